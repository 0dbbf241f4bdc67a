"""The workflows, the locked packages, the licences, and the checks of a built site."""
