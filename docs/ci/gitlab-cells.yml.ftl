<#-- A child pipeline of GitLab with a job for each image. GitLab takes at most 200 jobs of one matrix: more are several matrices. -->
# Written by whittle:matrix: change the catalogue, not this file.
<#list cells?chunk(200) as part>
images-${part?counter}:
  stage: test
  image: maven:3.9-eclipse-temurin-17
  parallel:
    matrix:
<#list part as cell>
      - CELL: "${cell.id}"
        NAME: "${cell.name}"
        PLATFORM: "${cell.platform.name}"
        ARGUMENTS: "${cell.arguments}"
</#list>
  script:
    - mvn --batch-mode package whittle:check $ARGUMENTS
  after_script:
    - mvn --batch-mode whittle:report -Dwhittle.lines=resolve,check -Dwhittle.rows=${rows?join(",")}
  artifacts:
    when: always
    paths:
      - "**/target/whittle/*/*/*.*"

<#else>
nothing:
  stage: test
  script:
    - echo "the matrix has no cells"
</#list>
<#if cells?size != 0 && !shard??>

audit:
  stage: test
  image: maven:3.9-eclipse-temurin-17
  script:
    - mvn --batch-mode package whittle:audit
  artifacts:
    when: always
    paths:
      - "**/target/whittle/audit.*"

# One report of all cells, and one answer. Where the matrix was narrowed by profile or platform, narrow it here as well.
report:
  stage: .post
  when: always
  image: maven:3.9-eclipse-temurin-17
  script:
    - mvn --batch-mode whittle:report -Dwhittle.results=. -Dwhittle.rows=${rows?join(",")}
  artifacts:
    when: always
    paths: [target/whittle/report]
    reports:
      junit: target/whittle/report/report.xml
</#if>
