"""What a person sees and touches: window, screens, widgets, theme. Renders view models, emits intents, holds no facts."""
