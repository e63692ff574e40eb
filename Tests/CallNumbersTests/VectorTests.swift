import CallNumbers
import Foundation
import Testing

/// Every row of `callnumbers.jsonl`. The rows that are deliberately not followed are in `Exceptions.swift`.
@Suite struct VectorTests {
    static let isEnabled = ProcessInfo.processInfo.environment["LECTERN_VECTORS"] != nil

    @Test(.enabled(if: isEnabled)) func everyRowIsFollowedOrHasAWrittenReasonNotTo() throws {
        let rows = try VectorRow.all()
        #expect(!rows.isEmpty)
        var exceptions: [String: Int] = [:]
        for row in rows {
            let problem = Self.problem(row, rows)
            if let reason = Exceptions.reason(row, rows) {
                exceptions[reason, default: 0] += 1
            } else {
                #expect(problem == nil, "\(row.id) \(row.kind) \(row.scheme): \(problem ?? "")")
            }
        }
        for (reason, count) in exceptions.sorted(by: { $0.key < $1.key }) {
            print("\(count) rows not followed: \(reason)")
        }
    }

    /// What is wrong with our answer to a row; `nil` if nothing is.
    private static func problem(_ row: VectorRow, _ rows: [VectorRow]) -> String? {
        switch row.kind {
        case "lines": lines(row)
        case "lines_observed": row.judgement?.hasPrefix("bad") == true ? differsFromBad(row) : lines(row)
        case "parse": parse(row)
        case "order": order([row.before ?? "", row.after ?? ""], row, isStrict: true)
        case "order_nondecreasing": order([row.before ?? "", row.after ?? ""], row, isStrict: false)
        case "order_list": order(row.items ?? [], row, isStrict: true)
        case "order_list_nondecreasing": order(row.items ?? [], row, isStrict: false)
        case "equal": equal(row, expected: true)
        case "not_equal": equal(row, expected: false)
        case "accept": isRead(row) ? nil : "\(row.input ?? "") was not read"
        case "reject": isRead(row) ? "\(row.input ?? "") was read" : nil
        case "sortkey": sortKey(row, rows)
        case "range_end_key": rangeEnd(row)
        default: "unknown kind"
        }
    }

    private static func scheme(_ row: VectorRow) -> Scheme {
        switch row.scheme {
        case "lc", "cutter", "caldoc": .libraryOfCongress
        case "dewey": .dewey
        case "nlm": .medicine
        case "sudoc": .documents
        case "udc": .universal
        default: .local
        }
    }

    /// A cutter of its own is read where cutters stand.
    private static func text(_ text: String, _ row: VectorRow) -> String {
        row.scheme == "cutter" ? "A1 ." + text : text
    }

    private static func key(_ text: String, _ row: VectorRow) -> ShelfKey {
        var number = CallNumber(scheme: scheme(row), text: Self.text(text, row))
        if row.scheme == "caldoc", let agency = text.range(of: "CALIF ") {
            // The agency is a prefix of the record; a format in brackets is a location and has no place of its own.
            number = CallNumber(scheme: .libraryOfCongress, text: String(text[agency.upperBound...]), prefix: "CALIF")
        }
        return number.shelfKey()
    }

    private static func order(_ items: [String], _ row: VectorRow, isStrict: Bool) -> String? {
        for (before, after) in zip(items, items.dropFirst()) {
            let first = key(before, row)
            let second = key(after, row)
            if second < first || (isStrict && first == second) {
                return "\(before) (\(first)) should come before \(after) (\(second))"
            }
        }
        return nil
    }

    private static func equal(_ row: VectorRow, expected: Bool) -> String? {
        let keys = (row.items ?? []).map { key($0, row) }
        let areEqual = keys.allSatisfy { $0 == keys.first }
        return areEqual == expected ? nil : "\(row.items ?? []): \(keys)"
    }

    private static func isRead(_ row: VectorRow) -> Bool {
        let number = CallNumber(scheme: scheme(row), text: text(row.input ?? "", row))
        guard let reading = try? number.reading() else { return false }
        guard row.scheme == "cutter" else { return true }
        return reading.cutters.count == 1 && reading.words.isEmpty && reading.cutters[0].contains { $0.isNumber }
    }

    private static func parse(_ row: VectorRow) -> String? {
        guard let parts = row.parts else { return "no parts" }
        guard let reading = try? CallNumber(scheme: scheme(row), text: row.input ?? "").reading() else {
            return "not read"
        }
        // A row without a remainder does not say what became of it.
        let rest = reading.parts.filter { $0.kind == .date || $0.kind == .word }.map(\.text)
        let words = parts.words.isEmpty ? [] : rest.sorted()
        let found = [reading.letters ?? "", reading.number ?? ""] + reading.cutters + words
        let expected = [parts.letters, parts.number] + parts.cutters + parts.words.sorted()
        let isSame = found.map { $0.uppercased() } == expected.map { $0.uppercased() }
        return isSame ? nil : "\(row.input ?? ""): \(found)"
    }

    private static func lines(_ row: VectorRow) -> String? {
        let (number, rules) = Profiles.number(row, scheme(row))
        do {
            let label = try number.spine(rules)
            return label.lines == row.lines ? nil : "\(row.input ?? ""): \(label.lines) instead of \(row.lines ?? [])"
        } catch {
            return "\(row.input ?? ""): \(error)"
        }
    }

    /// What another program prints wrongly must not be what we print.
    private static func differsFromBad(_ row: VectorRow) -> String? {
        lines(row) == nil ? "the same mistake" : nil
    }

    /// Another algorithm's key says nothing about the form of ours, but the order must be the same.
    private static func sortKey(_ row: VectorRow, _ rows: [VectorRow]) -> String? {
        let others = rows.filter { $0.kind == "sortkey" && $0.algorithm == row.algorithm }
        for other in others where Exceptions.reason(other, rows) == nil {
            let theirs = (row.key ?? "").utf8.lexicographicallyPrecedes((other.key ?? "").utf8)
            let ours = key(row.input ?? "", row) < key(other.input ?? "", other)
            if theirs != ours { return "\(row.input ?? "") and \(other.input ?? "") are the other way round" }
        }
        return nil
    }

    private static func rangeEnd(_ row: VectorRow) -> String? {
        let input = row.input ?? ""
        let end = key(input, row).rangeEnd
        let inside = [input, input + " extra", input + " .Z99 Z99 9999 zzz"].allSatisfy { key($0, row) < end }
        let outside = ["B1", "Z9999.9 .Z9"].contains { key($0, row) < end }
        return inside && (!outside || input > "B") ? nil : "\(end)"
    }
}
