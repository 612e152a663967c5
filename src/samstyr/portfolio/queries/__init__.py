"""Reading portfolios, from the viewer: each query asks the database a constant number of times."""
