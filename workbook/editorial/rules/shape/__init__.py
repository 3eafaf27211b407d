"""Rules for a sheet's shape: its steps, answers and labels."""
