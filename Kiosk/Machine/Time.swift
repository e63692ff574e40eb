import Circulation

// MARK: Time belongs to the patron

extension SelfService {
    /// When `woke` is wanted next.
    public var nextWake: Instant? {
        var moments: [Instant] = []
        if let warningEnds { moments.append(warningEnds) } else if let patienceEnds { moments.append(patienceEnds) }
        if let emptySince { moments.append(emptySince + policy.patience.emptyPad) }
        moments += rows.filter { $0.life.isWorking && !$0.isSlow }.map { $0.since + policy.patience.slow }
        return moments.min()
    }

    mutating func enter(_ phase: Phase, _ now: Instant) {
        self.phase = phase
        (isWarning, warningEnds, emptySince) = (false, nil, nil)
        patienceEnds = patience.map { now + $0 }
    }

    /// A sign of life. It ends a warning only if a person gave it.
    mutating func touched(_ now: Instant, byHand: Bool = true) {
        if case .starting = phase { return }
        if isWarning && !byHand { return }
        (isWarning, warningEnds) = (false, nil)
        patienceEnds = patience.map { now + $0 }
    }

    private var patience: Duration? {
        switch phase {
        case .starting: policy.patience.starting
        case .attract, .outOfOrder: nil
        case .books: policy.patience.books
        case .pin: policy.patience.pin
        case .sorry: policy.patience.sorry
        case .borrow: policy.patience.borrow
        case .giveBack: policy.patience.giveBack
        case .receipt: policy.patience.receipt
        case .goodbye: policy.patience.goodbye
        }
    }

    mutating func woke(_ now: Instant) -> [Effect] {
        for index in rows.indices where rows[index].life.isWorking && !rows[index].isSlow {
            rows[index].isSlow = now >= rows[index].since + policy.patience.slow
        }
        if let emptySince, now >= emptySince + policy.patience.emptyPad {
            forget(now)
            return []
        }
        if let warningEnds {
            guard now >= warningEnds else { return [] }
            return timeIsUp(now)
        }
        guard let patienceEnds, now >= patienceEnds else { return [] }
        return outOfPatience(now)
    }

    private mutating func outOfPatience(_ now: Instant) -> [Effect] {
        switch phase {
        case .starting, .goodbye:
            forget(now)
            return []
        case .attract, .outOfOrder:
            patienceEnds = nil
            return []
        case .books, .pin, .sorry, .borrow, .giveBack, .receipt:
            isWarning = true
            warningEnds = now + policy.patience.warning
            play(.ask)
            return []
        }
    }

    /// The state's own rule. Nothing that was lent is taken back, nothing that is asked is forgotten.
    private mutating func timeIsUp(_ now: Instant) -> [Effect] {
        (isWarning, warningEnds) = (false, nil)
        switch phase {
        case .borrow, .giveBack, .receipt: return finish(now)
        case .starting, .attract, .books, .pin, .sorry, .goodbye, .outOfOrder: return leave(now)
        }
    }
}
