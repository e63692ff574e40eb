import Circulation
import Kiosk

/// Exactly once. SIP2 has no transaction number and a repeated checkout is a renewal in some library systems, so
/// nothing that changes the library is ever sent blindly a second time: after a lost answer the ledger asks
/// whether it happened. See docs/decisions/0002-exactly-once.md.
struct Ledger: Sendable {
    struct Job: Equatable, Sendable {
        enum Stage: Equatable, Sendable {
            case waiting
            /// It may have happened. Looked up at `lookAt`; a "no" counts only when asked after `believesNoAfter`.
            case doubtful(believesNoAfter: Instant, lookAt: Instant)
        }

        let id: TransactionID
        let kind: Kind
        let item: ItemBarcode
        let patron: PatronBarcode?
        /// Nil when the person has gone.
        var visit: Int?
        var stage = Stage.waiting
        /// `asked` is in the journal, so the transaction must be settled.
        var isAsked = false
        /// Looks whose answer could not tell, and looks that were not answered at all.
        var looks = 0
        var lostLooks = 0
        /// How often the question itself got no answer.
        var lostQuestions = 0
    }

    /// What the line is busy with.
    enum Errand: Equatable, Sendable {
        case nothing
        case writing(TransactionID, EntryNumber)  // the question leaves when this entry is on disk
        case asking(TransactionID)
        case looking(TransactionID, since: Instant, listed: Int)
        case confirming(TransactionID)  // it is not on the patron's list; is it really on no list?
        case dating(TransactionID)  // it was lent; when is it due?
        case identifying(visit: Int, PatronBarcode, Secret?, found: Answer.Patron?)
        case explaining(visit: Int, ItemBarcode)
        case ending
    }

    enum Act: Equatable, Sendable {
        case ask(Question)
        case hangUp
        case tell(SelfService.Event)
        case lent(ItemBarcode, visit: Int?, after: EntryNumber, unlocks: Bool, title: String?, Due)
        case returned(ItemBarcode, visit: Int?, after: EntryNumber, arms: Bool, title: String?, Route)
    }

    static let mostLooks = 3
    static let mostLostLooks = 8
    static let mostLostQuestions = 3
    static let mostPages = 50

    private let station: String
    private let settling: Duration
    /// Without a pad there is no alarm to switch.
    let hasPad: Bool
    private let barcodes: BarcodeRules
    let mistake: Station.Mistake
    private var lastNumber: Int
    var jobs: [Job] = []
    var errand = Errand.nothing
    private var committed: EntryNumber
    /// Reads that wait for the line, oldest first. Few: one card, and one item for each refusal.
    private var reads: [Errand] = []
    private var goodbyes: [PatronBarcode] = []
    private var visitsHere: [Int] = []
    /// The PIN of the patron who is here, for the questions that need it. Forgotten when the visit ends.
    private var pin: Secret?

    init(recovered: Recovered, settings: Settings, mistake: Station.Mistake, at now: Instant) {
        (station, settling, hasPad) = (settings.name, settings.settling, settings.kiosk.hasPad)
        barcodes = settings.barcodes
        self.mistake = mistake
        lastNumber = recovered.lastTransaction
        committed = recovered.lastEntry
        jobs = recovered.open.map { open in
            Job(
                id: open.id, kind: open.kind, item: open.item, patron: open.patron, visit: nil,
                stage: .doubtful(believesNoAfter: now + settings.settling, lookAt: now), isAsked: true)
        }
    }

    // MARK: Wishes of the kiosk

    mutating func want(_ kind: Kind, _ item: ItemBarcode, _ patron: PatronBarcode?, visit: Int) {
        guard !jobs.contains(where: { $0.item == item && $0.kind == kind && $0.visit == visit }) else { return }
        if !visitsHere.contains(visit) { visitsHere.append(visit) }
        // The same person came back while it was still in doubt: it is the same loan, not a second one.
        if let index = jobs.firstIndex(where: { isTheSame($0, kind, item, patron) }) {
            jobs[index].visit = visit
            return
        }
        lastNumber += 1
        jobs.append(
            Job(
                id: TransactionID(station: station, number: lastNumber), kind: kind, item: item, patron: patron,
                visit: visit))
    }

    private func isTheSame(_ job: Job, _ kind: Kind, _ item: ItemBarcode, _ patron: PatronBarcode?) -> Bool {
        job.visit == nil && job.item == item && job.kind == kind && job.patron == patron
    }

    mutating func identify(_ patron: PatronBarcode, _ pin: Secret?, visit: Int) {
        if !visitsHere.contains(visit) { visitsHere.append(visit) }
        reads.append(.identifying(visit: visit, patron, pin, found: nil))
    }

    func isHere(_ visit: Int?) -> Bool { visit.map(visitsHere.contains) ?? false }

    /// What was not asked yet is not asked any more: never lend to an empty room. A return goes on, because the
    /// book is in the building.
    mutating func end(visit: Int, patron: PatronBarcode?, _ log: inout Log) {
        visitsHere.removeAll { $0 == visit }
        pin = nil
        reads.removeAll { read in
            switch read {
            case .identifying(visit, _, _, _), .explaining(visit, _): true
            default: false
            }
        }
        if let patron { goodbyes.append(patron) }
        for index in jobs.indices where jobs[index].visit == visit { jobs[index].visit = nil }
        guard mistake != .lendsToEmptyRoom else { return }
        for job in jobs where job.kind == .checkout && job.visit == nil && job.stage == .waiting && !isOnLine(job) {
            drop(job, &log)
        }
    }

    private mutating func drop(_ job: Job, _ log: inout Log) {
        if job.isAsked { log.write(.settled(job.id, .abandoned)) }
        jobs.removeAll { $0.id == job.id }
    }

    private func isOnLine(_ job: Job) -> Bool {
        switch errand {
        case .writing(job.id, _), .asking(job.id), .looking(job.id, _, _), .confirming(job.id), .dating(job.id): true
        case .nothing, .writing, .asking, .looking, .confirming, .dating, .identifying, .explaining, .ending: false
        }
    }

    // MARK: The line

    /// When a doubt may be looked up again.
    var nextWake: Instant? {
        guard errand == .nothing else { return nil }
        return jobs.compactMap { job in
            if case .doubtful(_, let lookAt) = job.stage { lookAt } else { nil }
        }.min()
    }

    /// Called whenever the line is free. People first, then doubts, then the queue, then goodbyes.
    /// - Parameter mayChange: false while the journal cannot be written: then only reads are asked.
    mutating func next(at now: Instant, mayChange: Bool, _ log: inout Log) -> [Act] {
        guard errand == .nothing else { return [] }
        if !reads.isEmpty { return send(reads.removeFirst()) }
        for job in jobs {
            if case .doubtful(_, let lookAt) = job.stage, now >= lookAt {
                return send(.looking(job.id, since: now, listed: 0))
            }
        }
        if mayChange, let job = jobs.first(where: { $0.stage == .waiting && !isHeldUp($0) }) { return leave(job, &log) }
        if !goodbyes.isEmpty {
            errand = .ending
            return [.ask(.endVisit(goodbyes.removeFirst()))]
        }
        return []
    }

    /// Only the item and the patron in doubt wait; the rest of the queue goes on.
    private func isHeldUp(_ job: Job) -> Bool {
        jobs.contains { other in
            guard case .doubtful = other.stage, other.id != job.id else { return false }
            return other.item == job.item || (other.patron != nil && other.patron == job.patron)
        }
    }

    /// `asked` is written as the question leaves, and only then: what waits in the queue is not in doubt.
    private mutating func leave(_ job: Job, _ log: inout Log) -> [Act] {
        guard !job.isAsked else { return send(.asking(job.id)) }
        let entry = log.write(.asked(job.id, job.kind, job.item, job.patron))
        update(job.id) { $0.isAsked = true }
        errand = .writing(job.id, entry)
        return mistake == .sendsBeforeDisk ? send(.asking(job.id)) : []
    }

    /// - Parameter isReady: whether the line could take a question now.
    mutating func committed(_ entry: EntryNumber, isReady: Bool, _ log: inout Log) -> [Act] {
        committed = max(committed, entry)
        guard case .writing(let id, let needed) = errand, committed >= needed else { return [] }
        errand = .nothing
        guard let job = jobs.first(where: { $0.id == id }) else { return [] }
        if job.kind == .checkout, !isHere(job.visit), mistake != .lendsToEmptyRoom {
            drop(job, &log)
            return []
        }
        return isReady ? send(.asking(id)) : []
    }

    mutating func send(_ errand: Errand) -> [Act] {
        self.errand = errand
        switch errand {
        case .nothing, .writing: return []
        case .asking(let id):
            guard let job = jobs.first(where: { $0.id == id }) else { return cancel() }
            switch job.kind {
            case .checkout:
                guard let patron = job.patron else { return cancel() }
                return [.ask(.checkout(job.item, patron))]
            case .checkin: return [.ask(.checkin(job.item))]
            }
        case .looking(let id, _, let listed):
            guard let job = jobs.first(where: { $0.id == id }) else { return cancel() }
            guard job.kind == .checkout, let patron = job.patron else { return [.ask(.item(job.item))] }
            return [.ask(.patron(patron, isHere(job.visit) ? pin : nil, chargedFrom: listed + 1))]
        case .confirming(let id), .dating(let id):
            guard let job = jobs.first(where: { $0.id == id }) else { return cancel() }
            return [.ask(.item(job.item))]
        case .identifying(_, let patron, let pin, let found):
            return [.ask(.patron(patron, pin, chargedFrom: (found?.charged.count ?? 0) + 1))]
        case .explaining(_, let item): return [.ask(.item(item))]
        case .ending: return []
        }
    }

    private mutating func cancel() -> [Act] {
        errand = .nothing
        return []
    }

    /// The line died. At most one question is in doubt; everything else is as it was.
    mutating func lost(at now: Instant, _ log: inout Log) -> [Act] {
        let interrupted = errand
        if case .writing = errand { return [] }
        errand = .nothing
        switch interrupted {
        case .nothing, .writing, .ending, .explaining: return []
        case .asking(let id): return questionLost(id, at: now, &log)
        case .looking(let id, _, _), .confirming(let id): return lookLost(id, at: now, &log)
        case .dating(let id):  // nice to have: the loan stands without its date
            guard let job = jobs.first(where: { $0.id == id }) else { return [] }
            let entry = settle(job, .lent(due: nil, unlocks: hasPad), &log)
            return [.lent(job.item, visit: job.visit, after: entry, unlocks: true, title: nil, Due())]
        case .identifying(let visit, _, _, _): return [.tell(.patron(visit: visit, .noAnswer))]
        }
    }

    private mutating func questionLost(_ id: TransactionID, at now: Instant, _ log: inout Log) -> [Act] {
        guard let job = jobs.first(where: { $0.id == id }), mistake != .resendsBlindly else { return [] }
        let doubt = Job.Stage.doubtful(believesNoAfter: now + settling, lookAt: now)
        update(id) { job in
            job.stage = doubt
            job.lostQuestions += 1
        }
        return tell(job, .inDoubt)
    }

    /// A library system that never answers a look must not keep the line from everybody else: the next look waits,
    /// and after the last one the doubt is for staff.
    private mutating func lookLost(_ id: TransactionID, at now: Instant, _ log: inout Log) -> [Act] {
        let later = now + settling
        update(id) { job in
            guard case .doubtful(let believesNoAfter, _) = job.stage else { return }
            job.lostLooks += 1
            job.stage = .doubtful(believesNoAfter: believesNoAfter, lookAt: later)
        }
        guard let job = jobs.first(where: { $0.id == id }), job.lostLooks >= Self.mostLostLooks else { return [] }
        return giveToStaff(job, &log)
    }

    /// The line is gone and nothing is on it: people are told, instead of being left to wait.
    mutating func lineIsGone() -> [Act] {
        let waiting = reads
        reads = []
        return waiting.compactMap { read in
            if case .identifying(let visit, _, _, _) = read { .tell(.patron(visit: visit, .noAnswer)) } else { nil }
        }
    }

    /// Whether the question on the line carries a PIN, so that a "wrong PIN" in its answer means something.
    var isCheckingPIN: Bool {
        if case .identifying(_, _, .some, _) = errand { true } else { false }
    }

    // MARK: Small tools of the answers

    mutating func update(_ id: TransactionID, _ change: (inout Job) -> Void) {
        if let index = jobs.firstIndex(where: { $0.id == id }) { change(&jobs[index]) }
    }

    func tell(_ job: Job, _ news: SelfService.ItemNews) -> [Act] {
        guard let visit = job.visit else { return [] }
        return [.tell(.item(visit: visit, job.item, news))]
    }

    mutating func settle(_ job: Job, _ outcome: Outcome, _ log: inout Log) -> EntryNumber {
        jobs.removeAll { $0.id == job.id }
        errand = .nothing
        return log.write(.settled(job.id, outcome))
    }

    /// An empty list is one: it says that nothing is charged.
    func isListOfBarcodes(_ charged: [ItemBarcode]) -> Bool {
        charged.allSatisfy { if case .item = barcodes.meaning(of: $0.text) { true } else { false } }
    }

    mutating func keep(_ pin: Secret?) { self.pin = pin }
    mutating func explain(_ item: ItemBarcode, visit: Int) { reads.append(.explaining(visit: visit, item)) }

    mutating func giveToStaff(_ job: Job, _ log: inout Log) -> [Act] {
        _ = settle(job, .doubtful, &log)
        return tell(job, .refused(title: nil, Message(.rowInDoubt)))
    }

    /// Looks again after the settling time, or gives the doubt to staff when looking does not help.
    mutating func lookAgain(_ job: Job, at now: Instant, helps: Bool, _ log: inout Log) -> [Act] {
        errand = .nothing
        guard helps || job.looks + 1 < Self.mostLooks else { return giveToStaff(job, &log) }
        let pause = helps ? Duration.zero : settling
        update(job.id) { job in
            guard case .doubtful(let believesNoAfter, _) = job.stage else { return }
            let later = max(believesNoAfter, now + pause)
            job.stage = .doubtful(believesNoAfter: believesNoAfter, lookAt: later)
            if !helps { job.looks += 1 }
        }
        return []
    }
}
