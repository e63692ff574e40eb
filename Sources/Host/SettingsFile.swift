import Circulation
import Foundation
import Yams

/// The settings file: YAML, nested or with dotted names, as people like (`library: {host: x}` is `library.host: x`).
public enum SettingsFile {
    static let longestFile = 64 * 1024
    /// Deep nesting needs long lines or many brackets; both are refused before the parser has to follow them down.
    static let longestLine = 500
    static let mostBrackets = 200

    /// - Parameter path: the file; `library.password_file` is looked for beside it.
    /// - Throws: all problems at once.
    public static func read(_ path: String) throws(SettingsError) -> StationConfiguration {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw problem(.unreadable, "\(path) cannot be read: check that the file is there and may be read")
        }
        guard data.count <= longestFile, let text = String(data: data, encoding: .utf8) else {
            throw problem(.unreadable, "\(path) is not a text in UTF-8 of at most \(longestFile / 1024) KiB")
        }
        return try parse(text, folder: (path as NSString).deletingLastPathComponent)
    }

    /// - Parameters:
    ///   - text: what stands in the file.
    ///   - folder: where a relative `library.password_file` starts.
    public static func parse(_ text: String, folder: String = ".") throws(SettingsError) -> StationConfiguration {
        if let refusal = refusal(text) { throw SettingsError(problems: [refusal]) }
        var reading = SettingsReading()
        try reading.read(text)
        var configuration = StationConfiguration()
        // First, because it widens what others may be.
        let forTests = reading.found.filter { $0.setting.name == "kiosk.for_tests" }
        for found in forTests + reading.found { reading.take(found, into: &configuration) }
        for (name, why) in configuration.settle() {
            let line = reading.found.first { $0.setting.name == name }?.line
            reading.note(.unfitting, line, "\(name): \(why)")
        }
        reading.readPassword(&configuration, folder: folder)
        let problems = reading.sortedProblems
        guard problems.isEmpty else { throw SettingsError(problems: problems) }
        return configuration
    }

    private static func refusal(_ text: String) -> SettingsError.Problem? {
        if text.utf8.count > longestFile {
            return .init(kind: .unreadable, line: nil, text: "the file is longer than \(longestFile / 1024) KiB")
        }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where line.count > longestLine {
            return .init(kind: .notYAML, line: index + 1, text: "the line is longer than \(longestLine) characters")
        }
        if text.count(where: { $0 == "[" || $0 == "{" }) > mostBrackets {
            return .init(kind: .notYAML, line: nil, text: "the file has more than \(mostBrackets) opening brackets")
        }
        return nil
    }

    private static func problem(_ kind: SettingsError.Problem.Kind, _ text: String) -> SettingsError {
        SettingsError(problems: [.init(kind: kind, line: nil, text: text)])
    }
}
