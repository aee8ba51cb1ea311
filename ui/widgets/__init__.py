"""Controls that know nothing of duties."""
