import Circulation

/// A value that is text on the line and a word of its own in the house.
protocol FieldText: Sendable {
    init(fieldText: String)
    var fieldText: String { get }
}

extension String: FieldText {
    init(fieldText: String) { self = fieldText }
    var fieldText: String { self }
}

extension Secret: FieldText {
    init(fieldText: String) { self.init(fieldText) }
    var fieldText: String { text }
}

// Numbers of items and patrons come padded from some servers; a blank is never part of a barcode's ends.
extension ItemBarcode: FieldText {
    init(fieldText: String) { self.init(trimmed(fieldText)) }
    var fieldText: String { text }
}

extension PatronBarcode: FieldText {
    init(fieldText: String) { self.init(trimmed(fieldText)) }
    var fieldText: String { text }
}

/// Without blanks at both ends.
func trimmed(_ text: String) -> String {
    guard text.utf8.first == 0x20 || text.utf8.last == 0x20 else { return text }
    var rest = text[...]
    while rest.last == " " { rest.removeLast() }
    return String(rest.drop { $0 == " " })
}
