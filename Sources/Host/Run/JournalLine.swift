import Circulation
import Journal

/// A journal entry as one line of JSON. It has no patron's number, because the reader never learns one.
public struct JournalLine: Encodable, Sendable {
    var number: Int
    var at: String
    var kind: String
    var transaction: String?
    var question: String?
    var item: String?
    var outcome: String?
    var due: String?
    var tag: String?
    var isOn: Bool?

    public init(_ record: Record) {
        (number, at) = (record.number, record.at.text)
        switch record.entry {
        case .asked(let id, let question, let item, _):
            (kind, transaction, self.question, self.item) = ("asked", "\(id)", question.rawValue, item.text)
        case .settled(let id, let outcome):
            (kind, transaction) = ("settled", "\(id)")
            (self.outcome, due) = Self.words(outcome)
        case .alarm(let item, let tag, let isOn):
            (kind, self.item, self.tag, self.isOn) = ("alarm", item.text, "\(tag)", isOn)
        case .stillAlarmed(let item): (kind, self.item) = ("stillAlarmed", item.text)
        case .notProtected(let item): (kind, self.item) = ("notProtected", item.text)
        }
    }

    private static func words(_ outcome: Outcome) -> (String, due: String?) {
        switch outcome {
        case .lent(let due, _): ("lent", due?.text)
        case .returned: ("returned", nil)
        case .refused: ("refused", nil)
        case .abandoned: ("abandoned", nil)
        case .doubtful: ("doubtful", nil)
        }
    }

    public var text: String { json(self) }
}

extension JournalLine {
    /// For people.
    public var plain: String {
        let alarm = isOn.map { $0 ? "on" : "off" }
        let words = [kind, transaction, question, item, outcome, due, tag, alarm]
        return words.compactMap { $0 }.joined(separator: " ")
    }
}
