package io.whittle.assembler.evidence;

/** Names of members worth a look, told by their hashes: some whoever owns the member, some of one owner. */
final class MemberNames {
    private static final int OF_ANY = 0;
    private static final int OF_SOME = 1;

    private final NameTable names = new NameTable();
    private final NameTable members = new NameTable();

    /** Adds a name, of members of any class. */
    void add(String name) {
        names.put(NameHash.of(name), OF_ANY);
    }

    /** Adds a member of one class, by its internal name. */
    void add(String owner, String name) {
        long hash = NameHash.of(name);
        if (names.get(hash) != OF_ANY) {
            names.put(hash, OF_SOME);
        }
        members.put(NameHash.ofMember(NameHash.of(owner), hash), 0);
    }

    /** Whether a name is worth a look at all. */
    boolean has(long name) {
        return names.has(name);
    }

    /** Whether a name that is worth a look is so with this owner. */
    boolean has(long owner, long name) {
        return names.get(name) == OF_ANY || members.has(NameHash.ofMember(owner, name));
    }
}
