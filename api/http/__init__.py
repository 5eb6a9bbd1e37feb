"""The web service: routes, problems, limits, headers. The only package that imports `fastapi`."""
