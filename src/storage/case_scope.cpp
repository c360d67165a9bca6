#include "storage/case_scope.h"

namespace doorstep::storage {

CaseScope case_scope(domain::access::Viewer const& viewer, domain::access::Action action) {
    CaseScope scope;
    scope.sees_everything = viewer.is_system;
    scope.sees_all = domain::access::grant(viewer, action) == domain::access::Grant::yes;
    if (viewer.account) scope.viewer = viewer.account->text();
    scope.viewed_on = viewer.today;
    return scope;
}

void add_scope(std::vector<sql::Parameter>& parameters, CaseScope const& scope) {
    parameters.emplace_back("sees_everything", scope.sees_everything);
    parameters.emplace_back("sees_all", scope.sees_all);
    parameters.emplace_back("viewer", scope.viewer);
    parameters.emplace_back("viewed_on", scope.viewed_on);
}

}  // namespace doorstep::storage
