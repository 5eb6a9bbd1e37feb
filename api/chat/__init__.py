"""Chat models: the adapter for OpenAI-compatible servers, and a scripted twin."""
