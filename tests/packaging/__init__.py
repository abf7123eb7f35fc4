"""Tests of the developer command."""
