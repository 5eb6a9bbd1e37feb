"""Asking: settings, the advisor, chat models, HTTP, channels and the web page."""
