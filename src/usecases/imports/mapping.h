#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/date_pattern.h"
#include "base/expected.h"
#include "documents/csv/reader.h"

namespace doorstep::usecases::imports {

/// How the columns of somebody else's file become our fields: a TOML file that an administrator writes
/// (docs/how-to/import-reports.md).
///
///   source = "old-system"             where it comes from; with the key it says which row is the same row
///   next time key = "Reference"                 the column that names a row (reports) separator = ","
///   date_format = "DD/MM/YYYY HH:mm"
///   [columns]                         our field = their column, a text with {columns} in it, or a list to be
///   joined received = "Date logged" what_happened = "{Type}: {Notes}" line = ["Flat", "House", "Street"]
///   [constants]                       where the column is empty or there is none
///   town = "Milton Keynes"
///   [values.category]                 their word = ours; "*" for every other
///   "Noise nuisance" = "noise"
class Mapping {
  public:
    /// Refused with the line when it is no TOML, and with the name when it has keys or fields that there are
    /// not.
    static Expected<Mapping> parse(std::string_view toml, std::set<std::string, std::less<>> const& fields);
    /// Every field from the column of the same name.
    static Mapping by_name(std::set<std::string, std::less<>> const& fields);

    std::string const& source() const { return source_; }
    std::string const& key_column() const { return key_; }
    char separator() const { return separator_; }
    std::optional<DatePattern> const& date_format() const { return date_format_; }

    /// Finds the columns in the file's first record. Refused with every column that is named and not there.
    /// Of a mapping by name only those in `required` have to be.
    Expected<Done> bind(documents::csv::Record const& header,
                        std::set<std::string, std::less<>> const& required);

    /// What a record says for a field, spaces around it gone; the constant when it says nothing. Nothing when
    /// its word is missing from the field's [values] and there is no "*".
    std::optional<std::string> value(documents::csv::Record const& record, std::string_view field) const;
    /// Before [values] and [constants].
    std::string raw(documents::csv::Record const& record, std::string_view field) const;
    bool has(std::string_view field) const;
    std::string key(documents::csv::Record const& record) const;

  private:
    /// Text or a column, by its place once bound.
    struct Piece {
        std::string text;
        bool is_column = false;
        std::optional<std::size_t> place;
    };
    using Template = std::vector<Piece>;
    struct Field {
        std::vector<Template> joined;  ///< parts that are joined with ", " where not empty
        std::string constant;
        std::map<std::string, std::string, std::less<>> values;
    };
    static Template template_of(std::string_view words);

    std::string source_;
    std::string key_;
    std::optional<std::size_t> key_place_;
    char separator_ = ',';
    std::optional<DatePattern> date_format_;
    bool by_name_ = false;
    std::map<std::string, Field, std::less<>> fields_;
};

}  // namespace doorstep::usecases::imports
