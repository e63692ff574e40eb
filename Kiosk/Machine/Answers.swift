import Circulation

// MARK: What the library system, the tags and the printer said

extension SelfService {
    mutating func typedPIN(_ pin: Secret, _ now: Instant) -> [Effect] {
        guard case .pin(let patron, let triesLeft, isAsking: false) = phase else { return [] }
        enter(.pin(patron, triesLeft: triesLeft, isAsking: true), now)
        return [.identify(visit: visit, patron, pin)]
    }

    mutating func patronAnswered(_ answer: PatronAnswer, _ now: Instant) -> [Effect] {
        guard case .pin(let patron, let triesLeft, isAsking: true) = phase else { return [] }
        switch answer {
        case .welcome(let name, let charged):
            self.name = policy.showsName ? name : nil
            self.charged = charged
            tries.removeAll { $0.patron == patron }
            enter(.borrow(patron), now)
            return borrowCandidates(for: patron, now)
        case .wrongPIN:
            play(.stop)
            let left = (triesLeft ?? policy.pinTries) - 1
            tries.removeAll { $0.patron == patron }
            tries.append(Tries(patron: patron, left: left, until: now + Tries.forgotten))
            if tries.count > Tries.most { tries.removeFirst() }
            guard left > 0, policy.needsPIN else {
                sorry(Message(.patronWrongPIN), needsStaff: true, now)
                return [.endVisit(visit: visit, nil)]
            }
            enter(.pin(patron, triesLeft: left, isAsking: false), now)
            return []
        case .refused(let reason, let also, let needsStaff):
            play(.stop)
            enter(.sorry(Screen.Sorry(reason: reason, also: also, needsStaff: needsStaff)), now)
            return [.endVisit(visit: visit, patron)]
        case .noAnswer:
            sorry(Message(.patronNoAnswer), needsStaff: true, now)
            return [.endVisit(visit: visit, nil)]
        }
    }

    mutating func sorry(_ reason: Message, needsStaff: Bool, _ now: Instant) {
        enter(.sorry(Screen.Sorry(reason: reason, also: [], needsStaff: needsStaff)), now)
    }

    /// A book turns green only after its tag was written **and** read back.
    mutating func itemNews(_ item: ItemBarcode, _ news: ItemNews, _ now: Instant) {
        guard let index = rows.firstIndex(where: { $0.item == item }) else { return }
        if isInSession { touched(now, byHand: false) }
        rows[index].title = news.title ?? rows[index].title
        let life = rows[index].life.after(news, hasPad: policy.hasPad)
        guard life != rows[index].life else { return }
        rows[index].life = life
        (rows[index].since, rows[index].isSlow) = (now, false)
        if life.needsPatron {
            play(.back)
        } else if life.needsStaff {
            play(.stop)
        } else if life.isDone {
            play(isInSession && rows.allSatisfy(\.life.isDone) ? .all : .done)
        }
    }

    mutating func healthChanged(_ health: Health, _ now: Instant) -> [Effect] {
        self.health = health
        switch phase {
        case .starting: if health.canBorrow { enter(.attract, now) }
        case .attract, .books: if !health.canBorrow { enter(.outOfOrder, now) }
        case .outOfOrder: if health.canBorrow { enter(.attract, now) }
        case .pin, .sorry, .borrow, .giveBack, .receipt, .goodbye: return []
        }
        return candidatesChanged(after: now)
    }

    /// Back at the first screen with books on the pad: show them.
    private mutating func candidatesChanged(after now: Instant) -> [Effect] {
        guard case .attract = phase, candidates.contains(where: { !shown.contains($0) }) else { return [] }
        enter(.books, now)
        return []
    }

    /// A visit never waits for paper.
    mutating func printerFailed() {
        guard case .goodbye(var goodbye) = phase else { return }
        goodbye.notices.append(Message(.receiptNoPaper))
        phase = .goodbye(goodbye)
    }
}
