/// What a question to the library system does there.
public enum Kind: String, Sendable, CaseIterable {
    case checkout
    case checkin
}

/// How a transaction ended. Every transaction that was asked ends in exactly one of these.
public enum Outcome: Hashable, Sendable {
    /// `unlocks`: the gate alarm has to go off. Until the tag says so, the book is *lent but still alarmed*.
    case lent(due: LocalDate?, unlocks: Bool)
    /// `arms`: the gate alarm has to go on. Until the tag says so, the book is *returned but not protected*.
    case returned(arms: Bool)
    case refused
    case abandoned  // the library does not have it and nobody is here any more
    case doubtful  // could not be found out; on the staff list
}

/// One line of the journal. Entries are only ever added.
public enum Entry: Hashable, Sendable {
    /// On disk before the question leaves: after a crash this is what may have happened.
    case asked(TransactionID, Kind, ItemBarcode, PatronBarcode?)
    case settled(TransactionID, Outcome)
    /// The tag answered and its security was read back.
    case alarm(ItemBarcode, TagUID, isOn: Bool)
    /// A loan whose book left the pad before its alarm was off, or could not be written.
    case stillAlarmed(ItemBarcode)
    /// A returned book whose alarm could not be switched on.
    case notProtected(ItemBarcode)
}

/// What a station needs to know of its past: open transactions and the last numbers, not all history.
public struct Recovered: Equatable, Sendable {
    public struct Open: Equatable, Sendable {
        public var id: TransactionID
        public var kind: Kind
        public var item: ItemBarcode
        public var patron: PatronBarcode?
        public init(id: TransactionID, kind: Kind, item: ItemBarcode, patron: PatronBarcode?) {
            (self.id, self.kind, self.item, self.patron) = (id, kind, item, patron)
        }
    }

    public var open: [Open]
    public var lastTransaction: Int
    public var lastEntry: EntryNumber
    /// Items on the lists *lent but still alarmed* and *returned but not protected*: a later visit heals them.
    public var stillAlarmed: [ItemBarcode]
    public var notProtected: [ItemBarcode]

    public init(
        open: [Open] = [], lastTransaction: Int = 0, lastEntry: EntryNumber = 0, stillAlarmed: [ItemBarcode] = [],
        notProtected: [ItemBarcode] = []
    ) {
        self.open = open
        self.lastTransaction = lastTransaction
        self.lastEntry = lastEntry
        self.stillAlarmed = stillAlarmed
        self.notProtected = notProtected
    }
}

extension Recovered {
    /// The same rule for a file on disk and for a simulated one: read the entries from the first to the last.
    public init(replaying entries: some Sequence<Entry>) {
        self.init()
        for entry in entries { read(entry) }
    }

    public mutating func read(_ entry: Entry) {
        lastEntry += 1
        switch entry {
        case .asked(let id, let kind, let item, let patron):
            lastTransaction = max(lastTransaction, id.number)
            if !open.contains(where: { $0.id == id }) {
                open.append(Open(id: id, kind: kind, item: item, patron: patron))
            }
        case .settled(let id, let outcome):
            if let index = open.firstIndex(where: { $0.id == id }) {
                let item = open.remove(at: index).item
                settled(item, outcome)
            }
        case .alarm(let item, _, let isOn):
            if isOn { notProtected.removeAll { $0 == item } } else { stillAlarmed.removeAll { $0 == item } }
        case .stillAlarmed(let item):
            if !stillAlarmed.contains(item) { stillAlarmed.append(item) }
        case .notProtected(let item):
            if !notProtected.contains(item) { notProtected.append(item) }
        }
    }

    /// A crash between the loan and its tag must not lose the doubt: it starts with the loan.
    private mutating func settled(_ item: ItemBarcode, _ outcome: Outcome) {
        switch outcome {
        case .lent(_, let unlocks):
            notProtected.removeAll { $0 == item }
            if unlocks, !stillAlarmed.contains(item) { stillAlarmed.append(item) }
        case .returned(let arms):
            stillAlarmed.removeAll { $0 == item }
            if arms, !notProtected.contains(item) { notProtected.append(item) }
        case .refused, .abandoned, .doubtful: break
        }
    }
}
