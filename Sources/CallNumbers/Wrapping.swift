/// Breaks a line that is wider than its label at the places where a reader expects it, the best ones first.
enum Wrapping {
    /// The lines that replace a line. A piece without a place to break stays too wide; the caller must refuse it.
    ///
    /// - Complexity: O(*n*) in the length of the line for each of the five kinds of places.
    static func pieces(_ line: [Character], width: Int, scheme: Scheme) -> [[Character]] {
        pieces(line, width: width, kinds: kinds(scheme)[...])
    }

    private enum Place {
        case blank, slash, colonOrBracket, dash, point
    }

    /// SuDoc tails break at the slash, then at the dash; other numbers keep spans and ranges as long as they can.
    private static func kinds(_ scheme: Scheme) -> [Place] {
        switch scheme {
        case .libraryOfCongress, .dewey, .medicine, .universal, .local:
            [.blank, .colonOrBracket, .slash, .dash, .point]
        case .documents: [.slash, .dash, .blank, .colonOrBracket, .point]
        }
    }

    private static func pieces(_ line: [Character], width: Int, kinds: ArraySlice<Place>) -> [[Character]] {
        guard line.count > width, let kind = kinds.first else { return [line] }
        var found: [[Character]] = []
        for atom in atoms(line, kind) {
            // A blank at a break is not printed.
            let trimmed = atom.first == " " ? Array(atom.dropFirst()) : atom
            if let last = found.last, last.count + atom.count <= width {
                found[found.count - 1] = last + atom
            } else if !trimmed.isEmpty {
                found += pieces(trimmed, width: width, kinds: kinds.dropFirst())
            }
        }
        return found
    }

    /// The line cut at every place of one kind; round brackets protect colons, dashes and points in them.
    private static func atoms(_ line: [Character], _ kind: Place) -> [[Character]] {
        var atoms: [[Character]] = []
        var atom: [Character] = []
        var depth = 0
        for (index, character) in line.enumerated() {
            let previous = index > 0 ? line[index - 1] : nil
            let next = index + 1 < line.count ? line[index + 1] : nil
            if !atom.isEmpty && isBreak(kind, before: character, previous, next, isProtected: depth > 0) {
                atoms.append(atom)
                atom = []
            }
            atom.append(character)
            if character == "(" { depth += 1 }
            if character == ")" { depth = max(0, depth - 1) }
        }
        atoms.append(atom)
        return atoms
    }

    private static func isBreak(
        _ kind: Place, before character: Character, _ previous: Character?, _ next: Character?, isProtected: Bool
    ) -> Bool {
        switch kind {
        case .blank: character == " "
        case .slash: previous == "/"
        case .colonOrBracket: !isProtected && (previous == ":" && character != ":" || character == "(")
        case .dash: !isProtected && (previous == "-" || previous == ",")
        case .point: !isProtected && character == "." && previous?.isFigure == true && next?.isFigure == true
        }
    }
}
