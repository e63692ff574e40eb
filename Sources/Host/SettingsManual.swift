/// The table of settings, for people.
public enum SettingsManual {
    /// For `lectern config --explain`: each setting as a comment and its default, so that it can be copied.
    public static var explanation: String {
        let defaults = StationConfiguration()
        return SettingsTable.all.map { setting in
            let value = setting.show(defaults)
            return """
                # \(setting.help)
                # \(sentence(setting.takes))
                #\(setting.name): \(value.isEmpty ? "\"\"" : value)

                """
        }.joined(separator: "\n")
    }

    /// docs/settings.md. A test compares it.
    public static var page: String {
        let defaults = StationConfiguration()
        var text = """
            # Settings

            One file, YAML, all settings optional: an empty file is valid. `library.host: x` and `library:` with
            `host: x` below it are the same. `lectern config --check FILE` names every mistake with its line.

            This page is made from the table in `Sources/Host/SettingsTable.swift`: change it there, then run
            `LECTERN_UPDATE_GOLDENS=1 swift test --filter SettingsFileTests`.

            | Setting | What for | Takes | Default |
            |---|---|---|---|

            """
        for setting in SettingsTable.all {
            let value = setting.show(defaults)
            text += "| `\(setting.name)` | \(setting.help) | \(sentence(setting.takes)) |"
            text += value.isEmpty ? " |\n" : " `\(value)` |\n"
        }
        return text
    }

    private static func sentence(_ words: String) -> String { words.prefix(1).uppercased() + words.dropFirst() + "." }
}
