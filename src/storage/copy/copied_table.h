#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "storage/events.h"

/// What the two engines have in common when a database is copied (storage/copy.h).
namespace doorstep::storage::copy {

enum class ColumnKind { text, integer, real, boolean };

struct Column {
    std::string name;
    ColumnKind kind;
    bool operator==(Column const&) const = default;
};

struct Table {
    std::string name;
    std::vector<Column> columns;   ///< by name, without those that only one engine keeps
    std::vector<std::string> key;  ///< columns that put the rows in one order

    bool operator==(Table const&) const = default;
    std::string column_list() const;
    std::string key_list() const;
};

/// Views into a row end with the call that hands it out.
using Cell = std::variant<std::monostate, bool, std::int64_t, double, std::string_view>;
using Cells = std::vector<Cell>;

/// One side of a copy, seen at one moment.
class Reader {
  public:
    virtual ~Reader() = default;
    /// By name; without the migrator's own, and without counted figures, which are counted again.
    virtual std::vector<Table> tables() = 0;
    virtual std::int64_t count(Table const& table) = 0;
    /// In the order of the key. StorageError (corrupt) for a value that is not of its column's kind.
    virtual void each_row(Table const& table, std::function<void(Cells const&)> const& use) = 0;
};

/// The other side. Nothing of it counts before `finish` returns; when it is destroyed earlier, nothing is
/// left.
class Writer : public Reader {
  public:
    /// Takes away what would slow the rows down, such as indexes. StorageError (refused) when there are rows.
    virtual void begin() = 0;
    virtual void start(Table const& table) = 0;
    virtual void add(Cells const& cells) = 0;
    virtual void end() = 0;
    /// After the last row: indexes, word indexes, and links between tables (StorageError, corrupt, when one
    /// is broken).
    virtual void complete() = 0;
    virtual events::Verification verify_chains() = 0;
    virtual void finish() = 0;
};

}  // namespace doorstep::storage::copy
