import Circulation

// MARK: What a person pressed, and how a visit ends

extension SelfService {
    mutating func chose(_ choice: Choice, _ now: Instant, _ clock: LocalTime) -> [Effect] {
        if case .language(let code) = choice {
            if policy.languages.contains(code) { language = code }
            touched(now)
            return []
        }
        guard choices.contains(choice) else { return [] }
        touched(now)
        switch choice {
        case .finish, .leave: return finish(now)
        case .cancel, .understood, .nextCard: return leave(now)
        case .returnInstead, .returnBooks: return startReturn(now)
        case .help:
            notice = Message(.helpText)
            return []
        case .paper: return receipt(now, clock)
        case .noPaper:
            sayGoodbye(now)
            return []
        case .stay, .typePIN, .language: return []
        }
    }

    private mutating func startReturn(_ now: Instant) -> [Effect] {
        guard health.canReturn else { return [] }
        visit += 1
        rows = []
        notice = nil
        enter(.giveBack, now)
        return returnCandidates(now)
    }

    /// Questions that are open go on without a screen; the visit itself ends here.
    mutating func finish(_ now: Instant) -> [Effect] {
        switch phase {
        case .borrow(let patron):
            let effects = [Effect.endVisit(visit: visit, patron)]
            guard rows.contains(where: { $0.life.loan != nil }) else {
                if rows.contains(where: { $0.life.isWorking }) { sayGoodbye(now) } else { forget(now) }
                return effects
            }
            enter(.receipt(.borrowed), now)
            return effects
        case .giveBack:
            let effects = [Effect.endVisit(visit: visit, nil)]
            if rows.isEmpty { forget(now) } else { enter(.receipt(.returned), now) }
            return effects
        case .receipt:
            sayGoodbye(now)
            return []
        case .starting, .attract, .books, .pin, .sorry, .goodbye, .outOfOrder:
            return leave(now)
        }
    }

    mutating func leave(_ now: Instant) -> [Effect] {
        let wasAsking: Bool
        switch phase {
        case .pin: wasAsking = true
        case .starting, .attract, .books, .sorry, .borrow, .giveBack, .receipt, .goodbye, .outOfOrder:
            wasAsking = false
        }
        let ended = visit
        shown = candidates
        forget(now)
        return wasAsking ? [.endVisit(visit: ended, nil)] : []
    }

    private mutating func receipt(_ now: Instant, _ clock: LocalTime) -> [Effect] {
        guard case .receipt(let kind) = phase else { return [] }
        receipts += 1
        let lines: [Receipt.Line] = rows.compactMap { row in
            if let due = row.life.loan, kind == .borrowed {
                return Receipt.Line(title: row.title ?? row.item.text, due: due.date, dueText: due.text)
            }
            switch row.life {
            case .returned, .arming: return kind == .returned ? Receipt.Line(title: row.title ?? row.item.text) : nil
            case .asking, .inDoubt, .lent, .done, .inHouse, .quick, .needsPad, .unwritable, .yours, .refused,
                .returning:
                return nil
            }
        }
        let document = Document.receipt(
            Receipt(
                kind: kind, library: policy.library, station: policy.station, at: clock, lines: lines,
                number: slipNumber(clock), language: language))
        sayGoodbye(now)
        return [.print(document)]
    }

    /// Four digits that staff can read out over the telephone. They follow from the clock, not from the patron.
    private func slipNumber(_ clock: LocalTime) -> Int {
        let seconds = (clock.date.dayNumber * 24 + clock.hour) * 3600 + clock.minute * 60 + clock.second
        return 1000 + (seconds &* 7919 &+ receipts &* 104_729) % 9000
    }

    private mutating func sayGoodbye(_ now: Instant) {
        let loans = rows.compactMap(\.life.loan)
        let isReturning = phase == .giveBack || phase == .receipt(.returned)
        let returned = rows.filter { if case .returned = $0.life { true } else { false } }.count
        var notices: [Message] = []
        if rows.contains(where: { $0.life.isWorking || $0.life.needsPatron || $0.life.needsStaff }) {
            notices.append(Message(.goodbyeStillOpen))
        }
        enter(
            .goodbye(
                Screen.Goodbye(
                    kind: isReturning ? .returned : .borrowed, count: isReturning ? returned : loans.count,
                    firstDue: isReturning ? nil : loans.compactMap(\.date).min(), notices: notices)), now)
    }

    /// Forget the person: name, list, language and time. What still lies on the pad is nobody's.
    mutating func forget(_ now: Instant) {
        left.removeAll { $0.absentSince.map { $0.distance(to: now) >= Left.lifted } ?? false }
        for item in (pad + padBeforeItWent).compactMap(\.item)
        where !isLeft(item) && rows.contains(where: { $0.item == item }) {
            left.append(Left(item: item, absentSince: nil))
        }
        (rows, scanned, charged) = ([], [], [])
        (name, notice) = (nil, nil)
        language = policy.languages.first ?? "en"
        visit += 1
        enter(health.canBorrow ? .attract : .outOfOrder, now)
    }
}
