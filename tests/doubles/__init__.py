"""Stand-ins for the outside world that speak its protocols on the loopback interface, and can fail as it does."""
