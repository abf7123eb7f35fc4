"""Parts that screens are made of: each renders one view model and emits intents."""
