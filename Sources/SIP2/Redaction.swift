/// A line for the log: what it is about stays, who it is about goes.
///
/// Only fields known to be harmless are shown. Everything else, and with it every field nobody here knows, is replaced
/// by its length, because vendors put birth dates and addresses into fields of their own. Digits in screen messages
/// are hidden: servers repeat card numbers in them. A line that cannot be read is replaced as a whole.
public func redacted(_ bytes: [UInt8]) -> String {
    let line = bytes.filter { $0 != 0x0D && $0 != 0x0A }
    guard let frame = try? Frame(line) else { return "unreadable, \(line.count) bytes" }
    var text = frame.code
    let fixed = line[2..<frame.fixedEnd]
    text += fixed.allSatisfy(isFixedCharacter) ? shown(fixed) : "<\(fixed.count)>"
    for field in frame.fields {
        let value = line[field.value]
        if let id = field.id, id.slot != nil {
            text += id.description
            if harmless.contains(id) {
                text += shown(value)
            } else if id == "AF" {
                text += shown(value.map { (0x30...0x39).contains($0) ? UInt8(ascii: "#") : $0 })
            } else {
                text += "<\(value.count)>"
            }
        } else {
            text += "<\(field.range.count)>"
        }
        if field.isTerminated { text += "|" }
    }
    if let sequence = frame.sequence { text += "AY\(sequence)" }
    return text + (frame.checksumState == .absent ? "" : " checksum \(frame.checksumState.rawValue)")
}

/// Things, places, counts, dates and flags. No patron (AA, CY), no name (AE, DA), no secret (AC, AD, CN, CO, CP),
/// no address (BD, BE, BF), no printed line (AG: may be a whole receipt).
private let harmless: [FieldID] = [
    "AB", "AH", "AJ", "AM", "AN", "AO", "AP", "AQ", "AS", "AT", "AU", "BG", "BH", "BI", "BK", "BL", "BO", "BP", "BQ",
    "BR", "BS", "BT", "BU", "BV", "BW", "BX", "BY", "BZ", "CA", "CB", "CC", "CD", "CF", "CH", "CI", "CJ", "CK", "CL",
    "CM", "CQ", "CR", "CS", "CT", "CV",
]

/// What a well-formed fixed part consists of. Anything else means that columns have moved.
private func isFixedCharacter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x20, UInt8(ascii: "."), UInt8(ascii: "Y"), UInt8(ascii: "N"), UInt8(ascii: "U"),
        UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "Z"):
        true
    default: false
    }
}

/// Printable ASCII; all other bytes become a question mark, so that no log line can be broken or forged.
private func shown(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: bytes.map { (0x20...0x7E).contains($0) ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
}
