"""One screen a module: what fills the window between the alarm strip and the action bar."""
