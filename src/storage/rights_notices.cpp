#include "storage/rights_notices.h"

#include "storage/numbers_given.h"

namespace doorstep::storage::rights_notices {
namespace {

sql::Query const insert_notice{"rights_notices.insert", R"sql(
    INSERT INTO rights_notice (id, case_file_id, case_person_id, wording, wording_version, numbers_given, crime_reference,
        told_how, told_on, told_by)
    VALUES (:id, :case_file, :person, :wording, :wording_version, :numbers, :crime_reference, :told_how, :told_on, :told_by)
)sql"};

sql::Query const select_of_case{"rights_notices.of_case", R"sql(
    SELECT n.id, n.case_file_id, n.case_person_id, n.wording, n.wording_version, n.numbers_given, n.crime_reference,
        n.told_how, n.told_on, n.told_by, coalesce(a.name, '')
    FROM rights_notice n LEFT JOIN account a ON a.id = n.told_by
    WHERE n.case_file_id = :case_file ORDER BY n.told_on DESC, n.id DESC
)sql"};

}  // namespace

void insert(sql::Write& tx, RightsNotice const& notice) {
    tx.run(insert_notice, {{"id", notice.id},
                           {"case_file", notice.case_file},
                           {"person", notice.person},
                           {"wording", notice.wording},
                           {"wording_version", notice.wording_version},
                           {"numbers", numbers_json(notice.numbers)},
                           {"crime_reference", notice.crime_reference},
                           {"told_how", notice.told_how},
                           {"told_on", notice.told_on},
                           {"told_by", notice.told_by}});
}

std::vector<RightsNotice> of_case(sql::Read& tx, CaseFileId file) {
    return tx.all(select_of_case, {{"case_file", file}}, [](sql::Row& row) {
        RightsNotice notice;
        std::string numbers;
        row.read(notice.id, notice.case_file, notice.person, notice.wording, notice.wording_version, numbers,
                 notice.crime_reference, notice.told_how, notice.told_on, notice.told_by,
                 notice.told_by_name);
        notice.numbers = read_numbers(numbers);
        return notice;
    });
}

}  // namespace doorstep::storage::rights_notices
