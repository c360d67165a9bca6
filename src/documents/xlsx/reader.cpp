#include "documents/xlsx/reader.h"

#include <expat.h>
#include <zip.h>

#include <charconv>
#include <cstring>
#include <functional>
#include <map>
#include <optional>

#include "base/failure.h"
#include "base/text.h"

namespace doorstep::documents::xlsx {
namespace {

/// What one part of a workbook may unpack to, and how many cells a sheet may have: the regulator's largest is
/// a hundredth of it.
constexpr std::uint64_t largest_part = 256ULL << 20;
constexpr std::size_t most_cells = 5'000'000;
constexpr std::size_t most_columns = 16'384;
constexpr std::size_t most_rows = 1'048'576;

tl::unexpected<Refusal> not_a_workbook(std::string_view why) {
    return refuse(RefusalKind::invalid, "not-a-workbook",
                  "This file is no workbook that can be read: " + std::string(why) +
                      ". Open it in a spreadsheet program and save it as .xlsx");
}

Expected<std::string> part_of(zip_t* archive, std::string const& name) {
    zip_stat_t about;
    zip_stat_init(&about);
    if (zip_stat(archive, name.c_str(), 0, &about) != 0) return not_a_workbook(name + " is missing");
    if ((about.valid & ZIP_STAT_SIZE) == 0 || about.size > largest_part)
        return refuse(RefusalKind::invalid, "too-large", "This workbook is too large to be read");
    std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(zip_fopen(archive, name.c_str(), 0), zip_fclose);
    if (!file) return not_a_workbook(name + " cannot be opened");
    std::string content(about.size, '\0');
    std::uint64_t read = 0;
    while (read < about.size) {
        auto const more = zip_fread(file.get(), content.data() + read, about.size - read);
        if (more <= 0) return not_a_workbook(name + " is damaged");
        read += static_cast<std::uint64_t>(more);
    }
    return content;
}

using XmlAttributes = std::map<std::string, std::string, std::less<>>;

/// "x:sheet" and "sheet" are the same here: the parts we read use one vocabulary.
std::string_view local_name(std::string_view name) {
    auto const colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// Calls for the start and end of every element and for text. No outside entity is ever fetched, and a
/// document that declares entities of its own is refused: expanding them can fill the memory.
class XmlWalk {
  public:
    std::function<void(std::string_view name, char const** attributes)> start;
    std::function<void(std::string_view name)> end;
    std::function<void(std::string_view words)> words;

    /// False when it is not well made.
    bool walk(std::string const& xml) {
        std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser(XML_ParserCreate("UTF-8"),
                                                                       XML_ParserFree);
        parser_ = parser.get();
        XML_SetUserData(parser_, this);
        XML_SetElementHandler(
            parser_,
            [](void* self, XML_Char const* name, XML_Char const** attributes) {
                static_cast<XmlWalk*>(self)->start(local_name(name), attributes);
            },
            [](void* self, XML_Char const* name) { static_cast<XmlWalk*>(self)->end(local_name(name)); });
        XML_SetCharacterDataHandler(parser_, [](void* self, XML_Char const* words, int size) {
            static_cast<XmlWalk*>(self)->words({words, static_cast<std::size_t>(size)});
        });
        XML_SetDoctypeDeclHandler(
            parser_,
            [](void* self, XML_Char const*, XML_Char const*, XML_Char const*, int) {
                XML_StopParser(static_cast<XmlWalk*>(self)->parser_, XML_FALSE);
            },
            nullptr);
        for (std::size_t at = 0; at <= xml.size();) {
            constexpr std::size_t piece = 1U << 20;
            auto const size = std::min(piece, xml.size() - at);
            bool const is_last = at + size == xml.size();
            if (XML_Parse(parser_, xml.data() + at, static_cast<int>(size), is_last) != XML_STATUS_OK)
                return false;
            if (is_last) return true;
            at += size;
        }
        return true;
    }
    void stop() { XML_StopParser(parser_, XML_FALSE); }

  private:
    XML_Parser parser_ = nullptr;
};

std::string attribute(char const** attributes, std::string_view wanted) {
    for (; *attributes != nullptr; attributes += 2)
        if (local_name(attributes[0]) == wanted) return attributes[1];
    return {};
}

/// Texts that cells share. Phonetic readings beside a text are no part of it.
Expected<std::vector<std::string>> shared_texts(std::string const& xml) {
    std::vector<std::string> texts;
    XmlWalk walk;
    bool in_text = false;
    int in_phonetic = 0;
    walk.start = [&](std::string_view name, char const**) {
        if (name == "si") texts.emplace_back();
        if (name == "rPh") ++in_phonetic;
        in_text = name == "t" && in_phonetic == 0 && !texts.empty();
    };
    walk.end = [&](std::string_view name) {
        if (name == "rPh") --in_phonetic;
        if (name == "t") in_text = false;
    };
    walk.words = [&](std::string_view words) {
        if (in_text) texts.back() += words;
    };
    if (!walk.walk(xml)) return not_a_workbook("its texts are damaged");
    return texts;
}

/// Row and column of "BA7", from 0.
std::optional<std::pair<std::size_t, std::size_t>> place_named(std::string_view name) {
    std::size_t column = 0;
    std::size_t letters = 0;
    for (; letters < name.size() && name[letters] >= 'A' && name[letters] <= 'Z' && letters < 4; ++letters)
        column = column * 26 + static_cast<std::size_t>(name[letters] - 'A' + 1);
    std::size_t row = 0;
    auto const rest = name.substr(letters);
    auto const [last, error] = std::from_chars(rest.data(), rest.data() + rest.size(), row);
    if (letters == 0 || error != std::errc() || last != rest.data() + rest.size()) return std::nullopt;
    if (row == 0 || row > most_rows || column > most_columns) return std::nullopt;
    return std::pair(row - 1, column - 1);
}

class SheetWalk {
  public:
    SheetWalk(ReadSheet& sheet, std::vector<std::string> const& texts) : sheet_(sheet), texts_(texts) {}

    Expected<Done> walk(std::string const& xml) {
        xml_.start = [this](std::string_view name, char const** attributes) { begin(name, attributes); };
        xml_.end = [this](std::string_view name) { finish(name); };
        xml_.words = [this](std::string_view words) {
            if (in_value_) value_ += words;
        };
        bool const is_whole = xml_.walk(xml);
        if (!problem_.empty()) return refuse(RefusalKind::invalid, "too-large", std::move(problem_));
        if (!is_whole) return not_a_workbook("the sheet " + sheet_.name + " is damaged");
        return Done{};
    }

  private:
    void begin(std::string_view name, char const** attributes) {
        if (name == "row") {
            next_column_ = 0;
            auto const number = attribute(attributes, "r");
            std::size_t row = 0;
            auto const [end, error] = std::from_chars(number.data(), number.data() + number.size(), row);
            row_ = error == std::errc() && row > 0 ? row - 1 : next_row_;
            next_row_ = row_ + 1;
        } else if (name == "c") {
            type_ = attribute(attributes, "t");
            value_.clear();
            has_value_ = has_formula_ = false;
            column_ = next_column_;
            if (auto const place = place_named(attribute(attributes, "r"))) {
                row_ = place->first;
                column_ = place->second;
            }
            next_column_ = column_ + 1;
        } else if (name == "f") {
            has_formula_ = true;
        } else if (name == "v" || name == "t") {
            in_value_ = true;
            has_value_ = true;
        }
    }

    void finish(std::string_view name) {
        if (name == "v" || name == "t") in_value_ = false;
        if (name != "c") return;
        if (++cells_ > most_cells || row_ >= most_rows || column_ >= most_columns) {
            problem_ = "This workbook has too many cells to be read";
            xml_.stop();
            return;
        }
        ReadCell cell = read_cell();
        if (cell.kind == CellKind::empty) return;
        if (sheet_.rows.size() <= row_) sheet_.rows.resize(row_ + 1);
        auto& row = sheet_.rows[row_];
        if (row.size() <= column_) row.resize(column_ + 1);
        row[column_] = std::move(cell);
    }

    ReadCell read_cell() {
        ReadCell cell{.kind = CellKind::empty, .text = {}, .from_formula = has_formula_};
        if (!has_value_) {
            if (has_formula_) cell.kind = CellKind::formula;
            return cell;
        }
        cell.text = value_;
        if (type_ == "s") {
            std::size_t place = 0;
            auto const trimmed = text::trim(value_);
            auto const [end, error] = std::from_chars(trimmed.data(), trimmed.data() + trimmed.size(), place);
            if (error != std::errc() || end != trimmed.data() + trimmed.size() || place >= texts_.size())
                return {CellKind::error, "a text that is not there", has_formula_};
            cell.text = texts_[place];
            cell.kind = CellKind::text;
        } else if (type_ == "str" || type_ == "inlineStr" || type_ == "d") {
            cell.kind = CellKind::text;
        } else if (type_ == "b") {
            cell.kind = CellKind::boolean;
        } else if (type_ == "e") {
            cell.kind = CellKind::error;
        } else {
            cell.kind = cell.text.empty() ? CellKind::empty : CellKind::number;
        }
        return cell;
    }

    ReadSheet& sheet_;
    std::vector<std::string> const& texts_;
    XmlWalk xml_;
    std::string type_;
    std::string value_;
    std::string problem_;
    bool in_value_ = false;
    bool has_value_ = false;
    bool has_formula_ = false;
    std::size_t row_ = 0;
    std::size_t column_ = 0;
    std::size_t next_row_ = 0;
    std::size_t next_column_ = 0;
    std::size_t cells_ = 0;
};

}  // namespace

ReadCell const& ReadSheet::at(std::size_t row, std::size_t column) const {
    static ReadCell const none;
    if (row >= rows.size() || column >= rows[row].size()) return none;
    return rows[row][column];
}

std::string cell_name(std::size_t row, std::size_t column) {
    std::string letters;
    for (auto rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters + std::to_string(row + 1);
}

struct WorkbookReader::State {
    std::unique_ptr<zip_t, void (*)(zip_t*)> archive{nullptr, zip_discard};
    std::vector<std::string> names;
    std::vector<std::string> parts;  ///< of each sheet
    std::vector<std::string> texts;
};

WorkbookReader::WorkbookReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
WorkbookReader::WorkbookReader(WorkbookReader&&) noexcept = default;
WorkbookReader& WorkbookReader::operator=(WorkbookReader&&) noexcept = default;
WorkbookReader::~WorkbookReader() = default;

Expected<WorkbookReader> WorkbookReader::open(std::filesystem::path const& file) {
    auto state = std::make_unique<State>();
    int error = 0;
    state->archive.reset(zip_open(file.c_str(), ZIP_RDONLY, &error));
    if (!state->archive) {
        if (error == ZIP_ER_OPEN || error == ZIP_ER_NOENT || error == ZIP_ER_READ)
            throw GatewayError(FailureKind::unavailable, file.string() + " cannot be read");
        return not_a_workbook("it is no ZIP archive, or it is protected by a password");
    }
    auto const book = part_of(state->archive.get(), "xl/workbook.xml");
    if (!book) return refuse(book.error());
    auto const relations = part_of(state->archive.get(), "xl/_rels/workbook.xml.rels");
    if (!relations) return refuse(relations.error());

    std::map<std::string, std::string> targets;
    XmlWalk walk;
    walk.end = [](std::string_view) {};
    walk.words = [](std::string_view) {};
    walk.start = [&](std::string_view name, char const** attributes) {
        if (name != "Relationship" || attribute(attributes, "TargetMode") == "External") return;
        auto target = attribute(attributes, "Target");
        target = target.starts_with('/') ? target.substr(1) : "xl/" + target;
        targets[attribute(attributes, "Id")] = std::move(target);
    };
    if (!walk.walk(*relations)) return not_a_workbook("its list of parts is damaged");
    std::vector<std::pair<std::string, std::string>> sheets;
    walk.start = [&](std::string_view name, char const** attributes) {
        if (name != "sheet") return;
        // The relation is "r:id"; a plain "id" there is none.
        for (auto const** one = attributes; *one != nullptr; one += 2)
            if (std::string_view(one[0]).ends_with(":id"))
                sheets.emplace_back(attribute(attributes, "name"), one[1]);
    };
    if (!walk.walk(*book)) return not_a_workbook("its list of sheets is damaged");
    for (auto const& [name, relation] : sheets)
        if (auto const target = targets.find(relation); target != targets.end()) {
            state->names.push_back(name);
            state->parts.push_back(target->second);
        }
    if (state->names.empty()) return not_a_workbook("it has no sheets");
    if (zip_name_locate(state->archive.get(), "xl/sharedStrings.xml", 0) >= 0) {
        auto const xml = part_of(state->archive.get(), "xl/sharedStrings.xml");
        if (!xml) return refuse(xml.error());
        auto texts = shared_texts(*xml);
        if (!texts) return refuse(texts.error());
        state->texts = std::move(*texts);
    }
    return WorkbookReader(std::move(state));
}

std::vector<std::string> const& WorkbookReader::sheet_names() const { return state_->names; }

Expected<ReadSheet> WorkbookReader::read(std::size_t sheet) const {
    auto const xml = part_of(state_->archive.get(), state_->parts.at(sheet));
    if (!xml) return refuse(xml.error());
    ReadSheet read{.name = state_->names.at(sheet), .rows = {}};
    if (auto const walked = SheetWalk(read, state_->texts).walk(*xml); !walked) return refuse(walked.error());
    return read;
}

}  // namespace doorstep::documents::xlsx
