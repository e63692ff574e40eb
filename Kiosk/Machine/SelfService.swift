import Circulation

/// A patron's kiosk, from the first screen to goodbye: what happened goes in, what is wanted comes out.
public struct SelfService: Equatable, Sendable {
    enum Phase: Equatable, Sendable {
        case starting
        case attract
        case books
        case pin(PatronBarcode, triesLeft: Int?, isAsking: Bool)
        case sorry(Screen.Sorry)
        case borrow(PatronBarcode)
        case giveBack
        case receipt(Receipt.Kind)
        case goodbye(Screen.Goodbye)
        case outOfOrder
    }

    /// A book of an ended visit. Shadow and flicker make it go for a moment; a hand takes it for longer.
    struct Left: Equatable, Sendable {
        static let lifted = Duration.seconds(3)
        let item: ItemBarcode
        var absentSince: Instant?
    }

    /// Wrong PINs of a card, remembered over visits: scanning it again is no new chance.
    struct Tries: Equatable, Sendable {
        static let forgotten = Duration.seconds(600)
        static let most = 50
        let patron: PatronBarcode
        var left: Int
        var until: Instant
    }

    static let mostRows = 100  // a pile of more is staff work; it also bounds memory

    public let policy: Policy
    public internal(set) var visit = 0
    var phase = Phase.starting
    public internal(set) var health = Health(canBorrow: false, canReturn: false, code: "K-900")
    var language: String
    public internal(set) var pad: [PadItem] = []
    /// What lay on a pad that went away; it is still there, only not seen.
    var padBeforeItWent: [PadItem] = []
    /// Books named by a barcode before there was a card.
    var scanned: [ItemBarcode] = []
    /// Books of an ended visit that still lie there. They are nobody's until they leave the pad.
    var left: [Left] = []
    /// Books that were shown once without a card. They do not wake the screen again.
    var shown: [ItemBarcode] = []
    var charged: [ItemBarcode] = []
    var name: String?
    public internal(set) var rows: [Row] = []
    var notice: Message?
    var receipts = 0
    var tries: [Tries] = []
    var sound: Sound?
    var soundNumber = 0
    /// When the warning comes, or, where nothing is lost, when the stage ends.
    var patienceEnds: Instant?
    var isWarning = false
    var warningEnds: Instant?
    /// The pad has been empty since, while its books were counted.
    var emptySince: Instant?

    public init(policy: Policy, at now: Instant) {
        self.policy = policy
        language = policy.languages.first ?? "en"
        patienceEnds = now + policy.patience.starting
    }

    public mutating func handle(_ event: Event, at now: Instant, clock: LocalTime) -> [Effect] {
        switch event {
        case .cardScanned(let patron): return cardScanned(patron, now)
        case .itemScanned(let item): return itemScanned(item, now)
        case .notUnderstood:
            play(.stop)
            return []
        case .pad(let items): return padChanged(items, now)
        case .padGone:
            if !pad.isEmpty { padBeforeItWent = pad }
            pad = []
            for index in rows.indices { rows[index].isOnPad = false }
            return []
        case .patron(let number, let answer): return number == visit ? patronAnswered(answer, now) : []
        case .item(let number, let item, let news):
            if number == visit { itemNews(item, news, now) }
            return []
        case .chose(let choice): return chose(choice, now, clock)
        case .typedPIN(let pin): return typedPIN(pin, now)
        case .touched:
            touched(now)
            return []
        case .health(let health): return healthChanged(health, now)
        case .printed(let isDone):
            if !isDone { printerFailed() }
            return []
        case .woke: return woke(now)
        }
    }

    /// Books on the pad that this visit may act on, each once, in the order of the pad.
    var candidates: [ItemBarcode] {
        var found: [ItemBarcode] = []
        for item in pad.compactMap(\.item) + scanned where !isLeft(item) && !found.contains(item) {
            found.append(item)
        }
        return found
    }

    func isLeft(_ item: ItemBarcode) -> Bool { left.contains { $0.item == item } }

    mutating func play(_ sound: Sound) {
        self.sound = sound
        soundNumber += 1
    }

    var isInSession: Bool {
        switch phase {
        case .borrow, .giveBack: true
        case .starting, .attract, .books, .pin, .sorry, .receipt, .goodbye, .outOfOrder: false
        }
    }
}

// MARK: People and things arrive

extension SelfService {
    private mutating func cardScanned(_ patron: PatronBarcode, _ now: Instant) -> [Effect] {
        switch phase {
        case .attract, .books: break
        case .sorry, .goodbye: forget(now)
        case .borrow(let present):
            // Another person's card is a question for them, never an action on this visit.
            if present != patron {
                notice = Message(.borrowOtherCard)
                play(.ask)
            }
            return []
        case .starting, .pin, .giveBack, .receipt, .outOfOrder: return []
        }
        guard health.canBorrow else { return [] }
        play(.card)
        visit += 1
        notice = nil
        tries.removeAll { $0.until <= now }
        let used = tries.first { $0.patron == patron }
        guard used?.left != 0 else {
            sorry(Message(.patronWrongPIN), needsStaff: true, now)
            return []
        }
        enter(.pin(patron, triesLeft: used?.left, isAsking: !policy.needsPIN), now)
        return policy.needsPIN ? [] : [.identify(visit: visit, patron, nil)]
    }

    private mutating func itemScanned(_ item: ItemBarcode, _ now: Instant) -> [Effect] {
        switch phase {
        case .starting, .outOfOrder, .sorry, .receipt, .goodbye:
            play(.stop)  // nobody is there whose book it could be
            return []
        case .attract, .books, .pin, .borrow, .giveBack: break
        }
        left.removeAll { $0.item == item }
        shown.removeAll { $0 == item }
        guard scanned.count < Self.mostRows else { return [] }
        if !scanned.contains(item) { scanned.append(item) }
        return candidatesChanged(now)
    }

    private mutating func padChanged(_ items: [PadItem], _ now: Instant) -> [Effect] {
        let present = items.compactMap(\.item)
        for index in left.indices.reversed() {
            guard present.contains(left[index].item) else {
                left[index].absentSince = left[index].absentSince ?? now
                continue
            }
            if let since = left[index].absentSince, since.distance(to: now) >= Left.lifted {
                left.remove(at: index)
            } else {
                left[index].absentSince = nil
            }
        }
        shown.removeAll { !present.contains($0) && !scanned.contains($0) }
        let isNew = items.contains(where: isSignOfLife)
        pad = items
        if !items.isEmpty { padBeforeItWent = [] }
        for index in rows.indices { rows[index].isOnPad = present.contains(rows[index].item) }
        if isNew { touched(now) }
        return candidatesChanged(now)
    }

    /// A new book is one, and one that was asked back. A tag that flickers at the edge of the pad is not.
    private func isSignOfLife(_ tag: PadItem) -> Bool {
        guard let item = tag.item, !isLeft(item), !pad.contains(tag) else { return false }
        guard let row = rows.first(where: { $0.item == item }) else { return !shown.contains(item) }
        return row.life.needsPatron
    }

    private mutating func candidatesChanged(_ now: Instant) -> [Effect] {
        switch phase {
        case .attract:
            guard candidates.contains(where: { !shown.contains($0) }) else { return [] }
            play(.book)
            enter(.books, now)
            return []
        case .books:
            emptySince = candidates.isEmpty ? emptySince ?? now : nil
            return []
        case .borrow(let patron): return borrowCandidates(for: patron, now)
        case .giveBack: return returnCandidates(now)
        case .starting, .pin, .sorry, .receipt, .goodbye, .outOfOrder: return []
        }
    }

    /// The pad reports everything on it, every time, so this must be safe to repeat. A book is asked for once in
    /// a visit: a refused one stays refused until the next patron, one lifted and put back is not lent twice.
    mutating func borrowCandidates(for patron: PatronBarcode, _ now: Instant) -> [Effect] {
        var effects: [Effect] = []
        for item in freshCandidates() {
            let isOnPad = pad.contains { $0.item == item }
            let isTheirs = charged.contains(item)
            rows.append(Row(item: item, life: isTheirs ? .yours(Due()) : .asking, isOnPad: isOnPad, since: now))
            effects.append(isTheirs ? .heal(item) : .borrow(visit: visit, item, patron))
        }
        if !effects.isEmpty { begunWork(now) }
        return effects
    }

    mutating func returnCandidates(_ now: Instant) -> [Effect] {
        var effects: [Effect] = []
        for item in freshCandidates() {
            rows.append(Row(item: item, life: .returning, isOnPad: pad.contains { $0.item == item }, since: now))
            effects.append(.giveBack(visit: visit, item))
        }
        if !effects.isEmpty { begunWork(now) }
        return effects
    }

    private func freshCandidates() -> [ItemBarcode] {
        let fresh = candidates.filter { item in !rows.contains { $0.item == item } }
        return Array(fresh.prefix(max(0, Self.mostRows - rows.count)))
    }

    private mutating func begunWork(_ now: Instant) {
        notice = nil
        play(.book)
        touched(now)
    }
}
