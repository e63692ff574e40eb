import Circulation

/// The entries of one step, numbered as they are written.
struct Log: Sendable {
    private(set) var last: EntryNumber
    private(set) var entries: [Entry] = []

    init(last: EntryNumber) { self.last = last }

    @discardableResult
    mutating func write(_ entry: Entry) -> EntryNumber {
        entries.append(entry)
        last += 1
        return last
    }

    mutating func take() -> [Entry] {
        defer { entries = [] }
        return entries
    }
}
