import Circulation
import Kiosk

// MARK: What an answer means for the transaction it belongs to

extension Ledger {
    mutating func answered(_ answer: Answer, at now: Instant, _ log: inout Log) -> [Act] {
        switch errand {
        case .nothing, .writing: return []  // late: its question was given up with its line
        case .asking(let id): return asked(id, answer, at: now, &log)
        case .looking(let id, let since, let listed):
            return looked(id, since, listed, answer, at: now, &log)
        case .confirming(let id): return confirmed(id, answer, at: now, &log)
        case .dating(let id): return dated(id, answer, &log)
        case .identifying(let visit, let patron, let pin, let found):
            return identified(visit, patron, pin, found, answer)
        case .explaining(let visit, let item):
            errand = .nothing
            guard case .item(let found) = answer, let reason = ItemRules.reason(found) else { return [] }
            return [.tell(.item(visit: visit, item, .refused(title: found.title, reason)))]
        case .ending:
            errand = .nothing
            return []
        }
    }

    private mutating func asked(
        _ id: TransactionID, _ answer: Answer, at now: Instant, _ log: inout Log
    ) -> [Act] {
        guard let job = jobs.first(where: { $0.id == id }) else { return [] }
        switch (job.kind, answer) {
        case (.checkout, .checkout(let it)) where isFor(job.item, it.item): return checkedOut(job, it, &log)
        case (.checkin, .checkin(let it)) where isFor(job.item, it.item): return checkedIn(job, it, &log)
        case (.checkout, _), (.checkin, _):
            // Some other answer: what happened to ours nobody knows.
            return lost(at: now, &log) + [.hangUp]
        }
    }

    /// Some library systems leave the number out, some pad it; a different one is another item.
    private func isFor(_ item: ItemBarcode, _ answered: String) -> Bool {
        answered.isEmpty || answered == item.text
    }

    private mutating func checkedOut(_ job: Job, _ it: Answer.Checkout, _ log: inout Log) -> [Act] {
        guard it.isLent else {
            _ = settle(job, .refused, &log)
            if let visit = job.visit { explain(job.item, visit: visit) }
            return tell(job, .refused(title: it.title, Message(.itemNotHere)))
        }
        let entry = settle(job, .lent(due: it.due.date, unlocks: it.unlocks && hasPad), &log)
        return [
            .lent(job.item, visit: job.visit, after: entry, unlocks: it.unlocks, title: it.title, it.due)
        ]
    }

    /// "It was not on loan" is a success too: the book is here, and the person need not know more. The library
    /// system then knows its title and wants its alarm on; any other no is for staff.
    private mutating func checkedIn(_ job: Job, _ it: Answer.Checkin, _ log: inout Log) -> [Act] {
        guard it.isReturned || (it.arms && it.title?.isEmpty == false) else {
            _ = settle(job, .refused, &log)
            return tell(job, .refused(title: nil, Message(.rowNotOursNote)))
        }
        let entry = settle(job, .returned(arms: it.arms && hasPad), &log)
        return [
            .returned(job.item, visit: job.visit, after: entry, arms: it.arms, title: it.title, it.route)
        ]
    }

    // MARK: Did it happen?

    /// A yes is believed at once. A no only if it was asked when nothing could be under way any more.
    private mutating func looked(
        _ id: TransactionID, _ since: Instant, _ listed: Int, _ answer: Answer, at now: Instant, _ log: inout Log
    ) -> [Act] {
        guard let job = jobs.first(where: { $0.id == id }), case .doubtful(let believesNoAfter, _) = job.stage
        else { return [] }
        let believed = since >= believesNoAfter
        switch (job.kind, answer) {
        case (.checkout, .patron(let patron)):
            if patron.charged.contains(job.item) { return send(.dating(id)) }
            let all = listed + patron.charged.count
            if let count = patron.chargedCount, all < count, !patron.charged.isEmpty, all < Self.mostPages * 10 {
                return send(.looking(id, since: since, listed: all))
            }
            guard patron.isKnown, let count = patron.chargedCount, all >= count else {
                return lookAgain(job, at: now, helps: false, &log)
            }
            guard believed else { return lookAgain(job, at: now, helps: true, &log) }
            return isListOfBarcodes(patron.charged) ? didNotHappen(job, &log) : send(.confirming(id))
        case (.checkin, .item(let item)) where isFor(job.item, item.item):
            // On the shelf, on the hold shelf, waiting for its shelf, in transit: somebody took it back.
            guard ![3, 8, 9, 10].contains(item.status) else { return cameBack(job, item, &log) }
            return believed ? didNotHappen(job, &log) : lookAgain(job, at: now, helps: true, &log)
        case (.checkout, _), (.checkin, _): return lookAgain(job, at: now, helps: false, &log) + [.hangUp]
        }
    }

    /// Some library systems list titles, or titles and numbers in one. Then a loan that is not on the list counts as
    /// not made only if the item itself is not charged; a charged one that nobody can name is for staff.
    private mutating func confirmed(
        _ id: TransactionID, _ answer: Answer, at now: Instant, _ log: inout Log
    ) -> [Act] {
        guard let job = jobs.first(where: { $0.id == id }) else { return [] }
        guard case .item(let item) = answer, isFor(job.item, item.item), !item.isCharged else {
            return lookAgain(job, at: now, helps: false, &log)
        }
        return didNotHappen(job, &log)
    }

    private mutating func cameBack(_ job: Job, _ item: Answer.Item, _ log: inout Log) -> [Act] {
        let entry = settle(job, .returned(arms: hasPad), &log)
        let toStaff = item.status != 3 && item.status != 9  // held, in transit, lost: somebody must look at it
        return [
            .returned(
                job.item, visit: job.visit, after: entry, arms: true, title: item.title, Route(toStaff: toStaff))
        ]
    }

    private mutating func didNotHappen(_ job: Job, _ log: inout Log) -> [Act] {
        errand = .nothing
        if job.kind == .checkout, !isHere(job.visit), mistake != .lendsToEmptyRoom {
            _ = settle(job, .abandoned, &log)
            return []
        }
        guard job.lostQuestions < Self.mostLostQuestions else { return giveToStaff(job, &log) }
        update(job.id) { $0.stage = .waiting }
        return []
    }

    /// The due date of a loan that was found by asking, for the screen and the receipt. Nice to have: the loan
    /// stands without it.
    private mutating func dated(_ id: TransactionID, _ answer: Answer, _ log: inout Log) -> [Act] {
        guard let job = jobs.first(where: { $0.id == id }) else { return [] }
        var due = Due()
        var title: String?
        if case .item(let item) = answer, isFor(job.item, item.item) { (due, title) = (item.due, item.title) }
        let entry = settle(job, .lent(due: due.date, unlocks: hasPad), &log)
        return [.lent(job.item, visit: job.visit, after: entry, unlocks: true, title: title, due)]
    }

    // MARK: Who is it?

    private mutating func identified(
        _ visit: Int, _ patron: PatronBarcode, _ pin: Secret?, _ found: Answer.Patron?, _ answer: Answer
    ) -> [Act] {
        errand = .nothing
        guard case .patron(var page) = answer else {
            return [.tell(.patron(visit: visit, .noAnswer)), .hangUp]
        }
        guard isHere(visit) else { return [] }  // they have gone, and nothing of theirs is kept
        let isLastPage = page.charged.isEmpty
        page.charged = (found?.charged ?? []) + page.charged
        switch page.standing {
        case .wrongPIN: return [.tell(.patron(visit: visit, .wrongPIN))]
        case .refused(let reason, let also, let needsStaff):
            return [.tell(.patron(visit: visit, .refused(reason: reason, also: also, needsStaff: needsStaff)))]
        case .good: break
        }
        if let count = page.chargedCount, page.charged.count < count, !isLastPage, count <= Self.mostPages * 10 {
            return send(.identifying(visit: visit, patron, pin, found: page))
        }
        keep(pin)
        return [.tell(.patron(visit: visit, .welcome(name: page.name, charged: page.charged)))]
    }
}
