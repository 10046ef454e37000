module probe {}
