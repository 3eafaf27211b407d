"""Look at what there is: lists, a sheet in the terminal, crisis lines."""
