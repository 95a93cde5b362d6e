"""Made-up replies with their sentiment; no person wrote or received any of them."""
