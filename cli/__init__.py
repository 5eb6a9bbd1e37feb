"""The command `hoiluat`: one thin module a subcommand, loaded lazily."""
