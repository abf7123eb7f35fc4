"""Paper: a report from desens_gui.handover onto pages. Drawing reads no file and no network."""
