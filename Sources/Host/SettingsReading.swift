import Circulation
import Foundation
import SIP2
import Station
import Yams

/// One file being read: what was found in it so far, and what is wrong with it.
struct SettingsReading {
    struct Found {
        var setting: Setting
        var line: Int
        var raw: Setting.Raw
    }

    private(set) var found: [Found] = []
    private var problems: [SettingsError.Problem] = []
    private var visited = 0

    /// By line; what is in no line comes last.
    var sortedProblems: [SettingsError.Problem] {
        let unique = problems.enumerated().filter { index, problem in !problems[..<index].contains(problem) }
        return unique.sorted { ($0.element.line ?? .max, $0.offset) < ($1.element.line ?? .max, $1.offset) }
            .map(\.element)
    }

    mutating func note(_ kind: SettingsError.Problem.Kind, _ line: Int?, _ text: String) {
        problems.append(.init(kind: kind, line: line, text: text))
    }

    /// - Throws: only if there is nothing to read on with.
    mutating func read(_ text: String) throws(SettingsError) {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        // Yams stops at names that stand twice in a map, so these are taken out, one after the other.
        for _ in 0..<100 {
            do {
                guard let root = try Yams.compose(yaml: lines.joined(separator: "\n")) else { return }
                if root.scalar?.string.isEmpty == true || root.null != nil { return }
                guard let mapping = root.mapping else {
                    note(.notYAML, root.mark?.line, "there must be names with values, such as \"library.port: 6001\"")
                    break
                }
                walk(mapping, prefix: "", depth: 0)
                return
            } catch YamlError.duplicatedKeysInMapping(let names, let context) {
                let line = context.mark.line
                guard let name = names.first, let twice = Self.repeated(name, near: line, in: lines) else {
                    note(.twice, line, "a name is set twice")
                    break
                }
                note(
                    .twice, twice.again.lowerBound + 1, "\(name) is set twice; the first is in line \(twice.first + 1)")
                for index in twice.again { lines[index] = "" }
            } catch {
                note(.notYAML, Self.line(of: error), "this is not YAML: check colons, indentation and quotes")
                break
            }
        }
        throw SettingsError(problems: sortedProblems)
    }

    /// Never the error's own text: it quotes the file.
    private static func line(of error: any Error) -> Int? {
        switch error {
        case YamlError.scanner(_, _, let mark, _), YamlError.parser(_, _, let mark, _),
            YamlError.composer(_, _, let mark, _):
            mark.line
        default: nil
        }
    }

    private mutating func walk(_ mapping: Node.Mapping, prefix: String, depth: Int) {
        for (key, value) in mapping {
            visited += 1
            let line = key.mark?.line ?? value.mark?.line ?? 1
            guard visited <= 1000, depth < 4, let word = key.scalar?.string else {
                note(.notYAML, line, "this is not a setting's name")
                return
            }
            let name = prefix.isEmpty ? word : "\(prefix).\(word)"
            if let setting = SettingsTable.all.first(where: { $0.name == name }) {
                meet(setting, value, line)
            } else if SettingsTable.all.contains(where: { $0.name.hasPrefix(name + ".") }) {
                if let within = value.mapping {
                    walk(within, prefix: name, depth: depth + 1)
                } else if value.null == nil {
                    note(.badValue, line, "\(name) has settings below it, such as \(Self.example(below: name))")
                }
            } else {
                let nearest = SettingsTable.nearest(to: name).map { "; did you mean \($0)?" } ?? ""
                note(.unknown, line, "there is no setting \(name.prefix(60))\(nearest)")
            }
        }
    }

    private static func example(below name: String) -> String {
        SettingsTable.all.first { $0.name.hasPrefix(name + ".") }?.name ?? ""
    }

    private mutating func meet(_ setting: Setting, _ value: Node, _ line: Int) {
        if let first = found.first(where: { $0.setting.name == setting.name }) {
            note(.twice, line, "\(setting.name) is set twice; the first is in line \(first.line)")
            return
        }
        switch value {
        case .scalar(let scalar):
            if value.null != nil {
                note(.badValue, line, "\(setting.name) has no value: it must be \(setting.takes)")
            } else {
                found.append(Found(setting: setting, line: line, raw: .text(scalar.string)))
            }
        case .sequence(let sequence):
            let texts = sequence.prefix(100).compactMap { $0.scalar?.string }
            guard texts.count == sequence.count else {
                note(.badValue, line, "\(setting.name) must be \(setting.takes)")
                return
            }
            found.append(Found(setting: setting, line: line, raw: .list(texts)))
        case .mapping, .alias:
            note(.badValue, line, "\(setting.name) must be \(setting.takes)")
        }
    }

    mutating func take(_ found: Found, into configuration: inout StationConfiguration) {
        do throws(Setting.Refusal) {
            try found.setting.read(&configuration, found.raw)
        } catch {
            note(.badValue, found.line, "\(found.setting.name) \(error.why)")
        }
    }

    /// A password in a file of its own can have stricter rights than the settings.
    mutating func readPassword(_ configuration: inout StationConfiguration, folder: String) {
        guard let file = configuration.passwordFile,
            let line = found.first(where: { $0.setting.name == "library.password_file" })?.line
        else { return }
        if found.contains(where: { $0.setting.name == "library.password" }) {
            note(.unfitting, line, "library.password_file: there is a library.password as well")
        }
        let path = file.hasPrefix("/") ? file : (folder as NSString).appendingPathComponent(file)
        guard let data = FileManager.default.contents(atPath: path), data.count <= 1024,
            let text = String(data: data, encoding: .utf8)
        else {
            note(.badValue, line, "library.password_file cannot be read, or is not one short line of text")
            return
        }
        configuration.station.line.password = Secret(String(text.prefix { !$0.isNewline }))
    }
}

extension SettingsReading {
    /// Finds the second of two equal names in a block of lines with the same indentation, and what hangs below it.
    /// - Parameter line: of any of them, from 1.
    /// - Returns: nil for names inside braces.
    private static func repeated(
        _ name: String, near line: Int, in lines: [String]
    ) -> (first: Int, again: Range<Int>)? {
        guard lines.indices.contains(line - 1) else { return nil }
        let depth = indentation(lines[line - 1])
        func isBelow(_ index: Int, _ depth: Int) -> Bool {
            let text = lines[index].drop { $0 == " " }
            return text.isEmpty || text.hasPrefix("#") || indentation(lines[index]) >= depth
        }
        var start = line - 1
        while start > 0 && isBelow(start - 1, depth) { start -= 1 }
        var end = line
        while end < lines.count && isBelow(end, depth) { end += 1 }
        let places = (start..<end).filter { index in
            indentation(lines[index]) == depth && key(lines[index]) == name
        }
        guard places.count >= 2 else { return nil }
        var last = places[1] + 1
        while last < end && isBelow(last, depth + 1) { last += 1 }
        return (places[0], places[1]..<last)
    }

    private static func indentation(_ line: String) -> Int { line.prefix { $0 == " " }.count }

    private static func key(_ line: String) -> String {
        let text = line.drop { $0 == " " }.prefix { $0 != ":" }
        let bare = text.drop { $0 == "\"" || $0 == "'" }
        return String(bare.prefix { $0 != "\"" && $0 != "'" && $0 != " " })
    }
}
