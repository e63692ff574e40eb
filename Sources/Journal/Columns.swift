import Circulation
import GRDB

/// An entry as columns, and back. The patron's number is not among them: it has a table of its own.
struct Columns: Equatable {
    var kind: String
    var transaction: TransactionID?
    var action: Kind?
    var item: String?
    var outcome: String?
    var due: String?
    var tag: String?
    /// Of an alarm: whether it is on. Of a loan or a return: whether an alarm has to go off, or on.
    var flag: Bool?

    init(_ entry: Entry) {
        switch entry {
        case .asked(let id, let action, let item, _):
            (kind, transaction, self.action, self.item) = ("asked", id, action, item.text)
        case .settled(let id, let outcome):
            (kind, transaction) = ("settled", id)
            (self.outcome, due, flag) = Self.words(outcome)
        case .alarm(let item, let tag, let isOn):
            (kind, self.item, self.tag, flag) = ("alarm", item.text, tag.description, isOn)
        case .stillAlarmed(let item): (kind, self.item) = ("stillAlarmed", item.text)
        case .notProtected(let item): (kind, self.item) = ("notProtected", item.text)
        }
    }

    private static func words(_ outcome: Outcome) -> (String, due: String?, flag: Bool?) {
        switch outcome {
        case .lent(let due, let unlocks): ("lent", due?.text, unlocks)
        case .returned(let arms): ("returned", nil, arms)
        case .refused: ("refused", nil, nil)
        case .abandoned: ("abandoned", nil, nil)
        case .doubtful: ("doubtful", nil, nil)
        }
    }

    /// - Throws: `corrupt` for a row that this program never wrote.
    func entry(patron: String?) throws(JournalError) -> Entry {
        switch (kind, transaction, item) {
        case ("asked", let id?, let item?):
            guard let action else { break }
            return .asked(id, action, ItemBarcode(item), patron.map { PatronBarcode($0) })
        case ("settled", let id?, _):
            return .settled(id, try readOutcome())
        case ("alarm", _, let item?):
            guard let bits = tag.flatMap({ UInt64($0, radix: 16) }), let flag else { break }
            return .alarm(ItemBarcode(item), TagUID(bits), isOn: flag)
        case ("stillAlarmed", _, let item?): return .stillAlarmed(ItemBarcode(item))
        case ("notProtected", _, let item?): return .notProtected(ItemBarcode(item))
        default: break
        }
        throw .corrupt
    }

    private func readOutcome() throws(JournalError) -> Outcome {
        switch outcome {
        case "lent":
            let date = due.flatMap { LocalDate(text: $0) }
            guard due == nil || date != nil, let flag else { throw .corrupt }
            return .lent(due: date, unlocks: flag)
        case "returned":
            guard let flag else { throw .corrupt }
            return .returned(arms: flag)
        case "refused": return .refused
        case "abandoned": return .abandoned
        case "doubtful": return .doubtful
        default: throw .corrupt
        }
    }
}

extension Columns {
    /// The order in which `Schema` names them, after `sequence` and `at`.
    var values: [(any DatabaseValueConvertible)?] {
        [kind, transaction?.station, transaction?.number, action?.rawValue, item, outcome, due, tag, flag]
    }

    init(_ row: Row) throws {
        kind = try row.decode(forColumn: "kind")
        let station = try row.decodeIfPresent(String.self, forColumn: "station")
        let number = try row.decodeIfPresent(Int.self, forColumn: "number")
        if let station, let number { transaction = TransactionID(station: station, number: number) }
        action = try row.decodeIfPresent(String.self, forColumn: "action").flatMap { Kind(rawValue: $0) }
        item = try row.decodeIfPresent(String.self, forColumn: "item")
        outcome = try row.decodeIfPresent(String.self, forColumn: "outcome")
        due = try row.decodeIfPresent(String.self, forColumn: "due")
        tag = try row.decodeIfPresent(String.self, forColumn: "tag")
        flag = try row.decodeIfPresent(Bool.self, forColumn: "flag")
    }
}

extension Row {
    func decodeIfPresent<T: DatabaseValueConvertible>(_ type: T.Type, forColumn name: String) throws -> T? {
        try decode(T?.self, forColumn: name)
    }
}
