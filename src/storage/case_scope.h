#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/access/permissions.h"
#include "storage/sql/value.h"

/// Which cases a viewer may see, decided in SQL beneath every list, count, search and export.
namespace doorstep::storage {

/// A condition on `case_file c`: not restricted from the viewer, no conflict of interest, and within their
/// grant. Needs the parameters of `scope_parameters`.
inline constexpr std::string_view visible_case = R"sql(
    (:sees_everything OR (
        (:sees_all OR c.owner_id = :viewer OR c.housing_officer_id = :viewer
            OR EXISTS (SELECT 1 FROM case_access n WHERE n.case_file_id = c.id AND n.account_id = :viewer
                AND (n.until_on IS NULL OR n.until_on >= :viewed_on)))
        AND (NOT c.restricted
            OR EXISTS (SELECT 1 FROM case_access r WHERE r.case_file_id = c.id AND r.account_id = :viewer
                AND (r.until_on IS NULL OR r.until_on >= :viewed_on)))
        AND NOT EXISTS (SELECT 1 FROM case_conflict x WHERE x.case_file_id = c.id AND x.account_id = :viewer)))
)sql";

struct CaseScope {
    bool sees_everything = false;  ///< the program itself
    bool sees_all = false;  ///< any case not restricted from them; else only those they are involved in
    std::string viewer;     ///< account id, empty for the program
    Date viewed_on;         ///< leave that ended before has run out
};

CaseScope case_scope(domain::access::Viewer const& viewer, domain::access::Action action);

/// Adds :sees_everything, :sees_all, :viewer and :viewed_on. The scope must outlive the parameters.
void add_scope(std::vector<sql::Parameter>& parameters, CaseScope const& scope);

}  // namespace doorstep::storage
