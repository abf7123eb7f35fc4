"""Every sentence and every number as a person reads it. Pure; a translator is handed in."""
