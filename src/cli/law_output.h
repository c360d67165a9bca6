#pragma once

#include <string>
#include <vector>

#include "legal/law.h"
#include "legal/standard_row.h"

/// The law on stdout: sentences and columns for people, JSON for machines.
namespace doorstep::cli {

/// The landlord's standards follow the law.
void print_provisions(legal::Law const& law, std::vector<legal::Provision const*> const& rows,
                      std::vector<legal::StandardRow> const& standards, bool json);
/// Every standard, the landlord's own beside those that ship; those in force when a day is given.
std::vector<legal::StandardRow> standard_rows(legal::Law const& law, std::optional<Date> on = {});
/// Every row of a provision or standard; false when there is none of that id.
bool print_history(legal::Law const& law, std::string const& id, bool json);
/// The row in force, or that there was none.
void print_in_force(legal::Law const& law, std::string const& id, Date day, legal::Nation nation,
                    legal::Tenancy tenancy, bool json);
/// {"id","from","last_lawful","target","rules":[...]}
void print_deadline(legal::Law const& law, legal::LawDeadline const& deadline, bool json);
/// {"lawful","latest","reason","rules"}
void print_term(legal::TermAnswer const& answer, bool json);
/// {"may","reason","instead":[...],"rules"}
void print_who(legal::Law const& law, legal::WhoAnswer const& answer, bool json);
struct LawCheck {
    int rows = 0;
    int examples = 0;
    int to_check_again = 0;  ///< last checked longer ago than the standard for it: no fault of the data
    std::vector<std::string> problems;
};
void print_check(LawCheck const& check, bool json);
void print_names_to_stderr(std::string const& heading, std::vector<legal::LawName> const& names);

}  // namespace doorstep::cli
