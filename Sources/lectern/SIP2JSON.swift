import Foundation
import SIP2

/// The JSON of `lectern sip2`: one object a line, keys always in the same order.
enum SIP2JSON {
    static func text(_ record: FrameRecord) -> String {
        var members = [
            "\"code\":" + string(record.code), "\"name\":" + string(record.name),
            "\"fixed\":{" + record.fixed.map { string($0.name) + ":" + string($0.value) }.joined(separator: ",") + "}",
            "\"fields\":["
                + record.fields.map { "[" + string($0.name) + "," + string($0.value) + "]" }.joined(separator: ",")
                + "]",
            "\"sequence\":" + (record.sequence.map(String.init) ?? "null"),
            "\"checksum\":" + string(record.checksum.rawValue),
            "\"checksumText\":" + (record.checksumText.map(string) ?? "null"),
            "\"notes\":[" + record.notes.map(string).joined(separator: ",") + "]",
        ]
        if record.sequence == nil, let text = record.sequenceText { members.append("\"sequenceText\":" + string(text)) }
        if record.isUnterminated { members.append("\"unterminated\":true") }
        if !record.leading.isEmpty { members.append("\"leading\":" + string(record.leading)) }
        if !record.trailing.isEmpty { members.append("\"trailing\":" + string(record.trailing)) }
        if record.charset != .utf8 { members.append("\"charset\":" + string(record.charset.rawValue)) }
        return "{" + members.joined(separator: ",") + "}"
    }

    static func text(_ error: DecodeError) -> String {
        errorText(code: error.code, message: error.message, extra: ",\"column\":\(error.column)")
    }

    static func errorText(code: String, message: String, extra: String = "") -> String {
        "{\"error\":{\"code\":" + string(code) + ",\"message\":" + string(message) + extra + "}}"
    }

    /// Escapes what JSON demands, and DEL, so that a terminal shows every line as one line.
    private static func string(_ text: String) -> String {
        var json = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": json += "\\\""
            case "\\": json += "\\\\"
            default:
                if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) {
                    let digits = String(scalar.value, radix: 16)
                    json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                } else {
                    json.unicodeScalars.append(scalar)
                }
            }
        }
        return json + "\""
    }
}

/// What is wrong with a line of JSON.
struct JSONLineError: Error {
    let code: String
    let message: String
}

extension SIP2JSON {
    private struct Line: Decodable {
        var code: String
        var fixed: [String: String]?
        var fields: [[String]]?
        var sequence: Int?
        var sequenceText: String?
        var checksumText: String?
        var unterminated: Bool?
        var leading: String?
        var trailing: String?
        var charset: String?
    }

    /// - Returns: the bytes of the message that the JSON describes.
    static func bytes(_ json: [UInt8]) throws(JSONLineError) -> [UInt8] {
        guard let line = try? JSONDecoder().decode(Line.self, from: Data(json)) else {
            throw JSONLineError(code: "JSON-1", message: "The line is not the JSON of a message.")
        }
        guard let charset = line.charset.map({ Charset(name: $0) }) ?? .utf8 else {
            throw JSONLineError(code: "JSON-2", message: "The character set is not known.")
        }
        if let sequence = line.sequence, !(0...9).contains(sequence) {
            throw JSONLineError(code: "JSON-3", message: "The sequence number is not 0 to 9.")
        }
        var record = FrameRecord(code: line.code, charset: charset)
        for part in Shape.of(line.code)?.fixed ?? [] {
            if let value = line.fixed?[part.name] { record.fixed.append(.init(part.name, value)) }
        }
        for field in line.fields ?? [] {
            guard field.count == 2 else {
                throw JSONLineError(code: "JSON-4", message: "A field is not a pair of texts.")
            }
            record.fields.append(.init(field[0], field[1]))
        }
        record.isUnterminated = line.unterminated ?? false
        record.sequenceText = line.sequence.map(String.init) ?? line.sequenceText
        record.checksumText = line.checksumText
        record.leading = line.leading ?? ""
        record.trailing = line.trailing ?? ""
        do throws(RecordError) {
            return try record.encoded()
        } catch {
            throw JSONLineError(code: error.code, message: error.message)
        }
    }
}
