#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "storage/events.h"

/// Moving a site's database from one engine to the other, and the proof that nothing was lost on the way.
///
/// The canonical form of a row does not depend on the engine: its columns in the order of their names, each
/// as a letter for its kind, its length in bytes, a colon, and its bytes; rows in the order of their key;
/// SHA-256 over the lot of each table. What one engine alone keeps (the row numbers and word index of SQLite,
/// the word vectors of PostgreSQL) is made anew and checked against the words it stands for.
namespace doorstep::storage {

struct CopiedTableProof {
    std::string table;
    std::int64_t rows = 0;
    std::string hash;  ///< SHA-256 of the canonical form, in hexadecimal
};

struct CopyProof {
    std::vector<CopiedTableProof> tables;  ///< by name
    std::int64_t rows = 0;
    std::string content_hash;  ///< SHA-256 over all tables: two databases with the same one hold the same
    /// Of the copy. What is found here was in the source too, as the rows are the same.
    events::Verification chains;
};

/// `total` counts every row twice: copied, and read back.
using CopyProgress = std::function<void(std::int64_t done, std::int64_t total)>;

/// Copies every row of `from` to `to` (paths of SQLite files or PostgreSQL's connection strings), from one
/// moment of a source that may be serving meanwhile. The target must be new: no file, or a PostgreSQL
/// database without rows (StorageError, refused). The copy is read back and compared table by table before it
/// counts: a SQLite file gets its name, and PostgreSQL commits, only when everything agrees (StorageError,
/// corrupt). The source must be at this program's migration (StorageError, wrong_version).
CopyProof copy_database(std::string const& from, std::string const& to, Clock const& clock,
                        CopyProgress const& progress = {});

}  // namespace doorstep::storage
