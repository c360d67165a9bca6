#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/stories/case_study.h"
#include "storage/case_scope.h"
#include "storage/sql/database.h"

namespace doorstep::storage::case_studies {

using domain::stories::CaseStudy;

/// False when this case is told in this period already.
bool insert(sql::Write& tx, CaseStudy const& study, Instant now);
/// False when someone else changed it first.
bool update(sql::Write& tx, CaseStudy& study);
std::optional<CaseStudy> find(sql::Read& tx, std::string_view id);
/// Newest period first: those signed off, and drafts of cases that the viewer may see.
std::vector<CaseStudy> list(sql::Read& tx, CaseScope const& scope, int limit, int offset);
int count(sql::Read& tx, CaseScope const& scope);
/// Those signed off, of one period.
std::vector<CaseStudy> signed_off_of(sql::Read& tx, std::string_view period);
/// Cases opened in the days of the same kind and area as this one, itself among them: few of them, and the
/// story points to somebody.
std::int64_t alike(sql::Read& tx, CaseFileId file, Period days);

}  // namespace doorstep::storage::case_studies
