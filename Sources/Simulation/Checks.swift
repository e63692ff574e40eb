import Circulation
import Engine
import Kiosk
import Pretend
import SIP2
import Station

// MARK: The rules

extension World {
    /// Rule: what changes the library is on disk before it leaves, and a loan is asked only for somebody who is
    /// in the visit.
    func checkQuestion(_ bytes: [UInt8]) throws {
        let code = String(decoding: bytes.prefix(2), as: UTF8.self)
        guard code == "11" || code == "09", let item = item(in: bytes) else { return }
        let open = Recovered(replaying: disk).open
        guard open.contains(where: { $0.item == item && $0.kind == (code == "11" ? .checkout : .checkin) }) else {
            throw Violation(rule: "\(code) for \(item) left before it was on disk")
        }
        guard code == "11" else { return }
        // A book of an ended visit that still lies there is nobody's.
        if let visit = handled.first(where: { $0.item == item })?.visit, visit != station.visit {
            throw Violation(rule: "\(item) was left by one person and asked for another")
        }
        switch station.shown.display.screen.name {
        case .borrow: return
        case .starting, .attract, .books, .pin, .sorry, .giveBack, .receipt, .goodbye, .outOfOrder:
            throw Violation(rule: "\(item) was asked for an empty room")
        }
    }

    /// Rule: a repeated checkout is a renewal in some libraries, so there must never be one.
    func checkAnswer(_ bytes: [UInt8]) throws {
        guard bytes.starts(with: Array("121Y".utf8)) else { return }
        throw Violation(rule: "a loan was renewed that nobody wanted renewed")
    }

    /// Rule: the gate alarm goes off only for a loan that is settled on disk and stands in the library.
    func alarmChanged(_ tag: PretendTag) throws {
        guard tag.isAlarmOn == false, let book = books.first(where: { $0.uid == tag.uid }) else { return }
        guard try library.openLoan(of: book.item) != nil else {
            throw Violation(rule: "\(book.item) may leave, but nobody has borrowed it")
        }
        guard lastOutcome(of: book.item) else {
            throw Violation(rule: "\(book.item) may leave, but the loan is not on disk")
        }
    }

    private func lastOutcome(of item: ItemBarcode) -> Bool {
        var items: [TransactionID: ItemBarcode] = [:]
        var isLent = Self.stock.contains { $0.item == item && $0.holder != nil }
        for entry in disk {
            switch entry {
            case .asked(let id, _, let asked, _): items[id] = asked
            case .settled(let id, .lent): if items[id] == item { isLent = true }
            case .settled(let id, .returned): if items[id] == item { isLent = false }
            case .settled, .alarm, .stillAlarmed, .notProtected: break
            }
        }
        return isLent
    }

    /// Rule: the screen never says more than is true.
    func checkScreen() throws {
        guard isRunning, case .borrow(let session) = station.shown.display.screen else { return }
        for row in session.rows {
            guard let book = books.first(where: { $0.item == row.item }) else { continue }
            let tag = pad.tags.first { $0.uid == book.uid } ?? book.tag
            if case .done = row.life, tag.isAlarmOn != false {
                throw Violation(rule: "\(row.item) is shown as done, and its alarm is on")
            }
            if row.life.loan != nil, try library.openLoan(of: row.item) == nil {
                throw Violation(rule: "\(row.item) is shown as borrowed, and the library does not know")
            }
        }
    }

    func checkAtTheEnd() throws {
        let recovered = Recovered(replaying: disk)
        if let open = recovered.open.first { throw Violation(rule: "\(open.id) was never settled") }
        guard [.attract, .books].contains(station.shown.display.screen.name) else {
            throw Violation(rule: "it ends with \(station.shown.display.screen.name.rawValue) on the screen")
        }
        let story = try Story(disk, initially: Self.stock)
        let loans = try library.openLoans()
        for book in books {
            let loan = loans.first { $0.item == book.item }
            guard loan?.patron == story.holder(of: book.item) else {
                throw Violation(
                    rule: loan == nil
                        ? "the journal says \(book.item) is lent, and the library does not know"
                        : "the library lent \(book.item), and the journal does not know")
            }
            let tag = pad.tags.first { $0.uid == book.uid } ?? book.tag
            if loan != nil, tag.isAlarmOn != false, !recovered.stillAlarmed.contains(book.item) {
                throw Violation(rule: "an honest patron's bag would beep: \(book.item), and staff do not know")
            }
            if loan == nil, tag.isAlarmOn != true, !recovered.notProtected.contains(book.item) {
                throw Violation(rule: "\(book.item) was returned and is not protected, and staff do not know")
            }
        }
        let lendings = try library.allLoans().count - Self.stock.filter { $0.holder != nil }.count
        guard lendings == story.lendings else {
            throw Violation(rule: "the library lent \(lendings) times, the journal \(story.lendings) times")
        }
    }

    private func item(in bytes: [UInt8]) -> ItemBarcode? {
        let text = String(decoding: bytes, as: UTF8.self)
        return text.split(separator: "|").first { $0.hasPrefix("AB") }.map { ItemBarcode(String($0.dropFirst(2))) }
    }

    /// Remembers which visit dealt with a book, for as long as nobody takes it off the pad.
    mutating func rememberHandled() {
        for row in rows where !handled.contains(where: { $0.item == row.item }) {
            guard books.contains(where: { $0.item == row.item && $0.place == .pad }) else { continue }
            handled.append((row.item, station.visit))
        }
    }

    mutating func count(_ entry: Entry) {
        switch entry {
        case .asked: break
        case .settled(_, .lent):
            seen.lent += 1
            if lastAnswer == "18" || lastAnswer == "64" { seen.foundByAsking += 1 }
        case .settled(_, .refused): seen.refused += 1
        case .settled(_, .returned): seen.returned += 1
        case .settled(_, .abandoned): seen.abandoned += 1
        case .settled(_, .doubtful): break
        case .alarm(let item, _, isOn: false):
            if rowsBefore.contains(where: { $0.item == item && $0.life.needsPatron }) { seen.healed += 1 }
        case .alarm: break
        case .stillAlarmed: seen.stillAlarmed += 1
        case .notProtected: seen.notProtected += 1
        }
    }
}

/// What the journal tells about every item, read from its first entry to its last.
struct Story {
    private var items: [TransactionID: (ItemBarcode, PatronBarcode?)] = [:]
    private var holders: [(item: ItemBarcode, patron: PatronBarcode)] = []
    private(set) var lendings = 0

    init(_ entries: [Entry], initially: [Book]) throws {
        for book in initially { if let holder = book.holder { holders.append((book.item, holder)) } }
        var settled: [TransactionID] = []
        for entry in entries {
            switch entry {
            case .asked(let id, _, let item, let patron): items[id] = (item, patron)
            case .settled(let id, let outcome):
                guard let (item, patron) = items[id] else {
                    throw World.Violation(rule: "\(id) was settled and never asked")
                }
                guard !settled.contains(id) else { throw World.Violation(rule: "\(id) was settled twice") }
                settled.append(id)
                try settle(item, patron, outcome, id)
            case .alarm, .stillAlarmed, .notProtected: break
            }
        }
    }

    private mutating func settle(
        _ item: ItemBarcode, _ patron: PatronBarcode?, _ outcome: Outcome, _ id: TransactionID
    ) throws {
        switch outcome {
        case .lent:
            lendings += 1
            holders.removeAll { $0.item == item }
            if let patron { holders.append((item, patron)) }
        case .returned: holders.removeAll { $0.item == item }
        case .refused, .abandoned: break
        case .doubtful: throw World.Violation(rule: "\(id) was given up, though the library could be asked")
        }
    }

    func holder(of item: ItemBarcode) -> PatronBarcode? { holders.first { $0.item == item }?.patron }
}
