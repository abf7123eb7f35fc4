"""What a person sees and touches. Renders view models, emits intents, holds no facts."""
