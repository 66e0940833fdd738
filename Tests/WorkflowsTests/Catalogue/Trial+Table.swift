// SPDX-License-Identifier: Apache-2.0

extension Trial {
    /// A line for each workflow: its name, how its plan ends, how its run ends; below it its inputs.
    ///
    /// Some can do nothing where nothing has happened yet, such as stopping what does not run; the tests of their
    /// families bring about what they need.
    static let table = #"""
        add-backup-server planned changed
          address=vbr03.example.test
          description=Lab <3>
          password=s3cret <word> & "more"
          username=EXAMPLE\backup
        add-role planned changed
          account=EXAMPLE\dba
          role=Oracle Restore Operator
        add-scope planned changed
          account=EXAMPLE\dba
          object=intranet01
        add-tenant-quota planned changed
          name=Harbour Vol 02
          quotaMb=512
          repository=Backup Vol 02
          tenant=Harbour Logistics
        add-vm-to-cdp-policy planned changed
          policy=CDP ERP
          vm=web01
        add-vm-to-job planned changed
          job=Nightly
          order=2
          vm=intranet01
        browse-guest-files planned read
          path=E:/Shares/HR/Contracts
          vm=sql01
        clone-job planned changed
          job=Nightly
          name=Twin
          repository=Backup Vol 02
        collect-backup-server planned changed
          server=vbr02.example.test
        create-account planned changed
          name=EXAMPLE\Night & day
          role=File Restore Operator
          type=Group
        create-credentials planned changed
          password=s3cret-words
          server=vbr01.example.test
          user=DOMAIN\new
        create-gateway planned changed
          address=203.0.113.14
          description=<new>
          host=gw04.example.test
          internalPort=6181
          mode=NAT
          server=vbr01.example.test
        create-gateway-pool planned changed
          gateway=gw03.example.test
          name=Basic & more
          server=vbr01.example.test
        create-hardware-plan planned changed
          host=urn:VMware:Host:910a2dec-8902-4cc1-beeb-8da1658eec67.host-21
          hostName=esx01.example.test
          memoryMb=8192
          name=VMware Bronze
          networksWithInternet=1
          processorMhz=4000
          server=vbr01.example.test
          storage=urn:VMware:Datastore:910a2dec-8902-4cc1-beeb-8da1658eec67.datastore-41
          storageGb=512
          storageName=Replicas
        create-org-config planned changed
          host=vcd01.example.test
          organization=Legal & tax
          quotaGb=100
          repository=Backup Vol 01
          scheduler=Partial
          server=vbr01.example.test
        create-password-key planned changed
          hint=New safe
          password=p4ss <w0rd> & "more"
          server=vbr01.example.test
        create-public-addresses planned changed
          from=192.0.2.40
          server=vbr01.example.test
          to=192.0.2.43
        create-self-service-config planned changed
          account=EXAMPLE\Testers
          perUser=true
          quotaGb=64
          repository=Backup Vol 02
          type=Group
        create-subtenant planned changed
          name=night shift
          password=p4ss <w0rd> & "more"
          quota=Harbour Archive
          quotaMb=1024
          tenant=Harbour Logistics
        create-tenant planned changed
          description=<flour>
          keepsDeleted=true
          keepsDeletedDays=3
          leaseEnds=2027-01-31T00:00:00Z
          maxTasks=2
          name=Mill & Sons
          password=p4ss <w0rd> & "more"
          publicAddresses=1
          server=vbr01.example.test
          throttleLimit=5
          throttleUnit=KBps
          throttled=true
        delete-account planned changed
          account=EXAMPLE\dba
        delete-cloud-failover-plan planned changed
          plan=Harbour Logistics Failover Plan
        delete-credentials planned changed
          credentials=root
          server=vbr01.example.test
        delete-gateway planned changed
          gateway=gw02.example.test
        delete-gateway-pool planned changed
          pool=Premium Gateways
        delete-hardware-plan planned changed
          plan=Hyper-V Silver
        delete-job planned changed
          job=SQL Servers
        delete-org-config planned changed
          deleteBackupFiles=false
          deleteJobs=true
          organization=Sales
        delete-password-key planned changed
          key=Tape safe
          server=vbr01.example.test
        delete-public-address planned changed
          address=198.51.100.23
        delete-self-service-config planned changed
          account=EXAMPLE\dba
        delete-subtenant planned changed
          subtenant=warehouse
          tenant=Harbour Logistics
        delete-task unchanged unchanged
          task=task-1
        delete-tenant planned changed
          deleteBackups=true
          tenant=Meadow Dental
        delete-vlans planned changed
          vlans=External Switch
        disable-agent-job planned changed
          job=Linux Hosts Backup
        disable-cdp-policy planned changed
          policy=CDP ERP
        disable-default-org-config planned changed
        disable-job planned changed
          job=Nightly
        disable-nas-job planned changed
          job=Project Files Backup
        disable-restore-scopes planned changed
          account=EXAMPLE\dba
        disable-tenant planned changed
          tenant=Harbour Logistics
        download-guest-file planned read
          path=E:/Shares/Überblick.txt
          to=overview.txt
          vm=sql01
        edit-backup-server planned changed
          password=s3cret <word> & "more"
          server=vbr02.example.test
        edit-cdp-policy planned changed
          description=Fast & safe
          longTermDays=14
          policy=CDP ERP
        edit-cloud-failover-plan planned changed
          before=C:\scripts\stop & go.bat
          plan=Harbour Logistics Failover Plan
          runsBefore=true
        edit-credentials planned changed
          credentials=root
          description=Linux & more
          server=vbr01.example.test
        edit-failover-plan planned changed
          description=For <the> "worst" & less
          plan=DC Replication Plan
        edit-gateway planned changed
          description=Back & well
          enabled=true
          gateway=gw03.example.test
          port=6190
        edit-gateway-pool planned changed
          description=Gold <1>
          pool=Premium Gateways
        edit-hardware-plan planned changed
          memoryMb=131072
          plan=VMware Gold
        edit-job planned changed
          job=DC Replication
          scheduled=false
        edit-org-config planned changed
          disabled=true
          organization=Sales
          quotaGb=300
          scheduler=Random
        edit-password-key planned changed
          hint=Vault
          key=Tape safe
          server=vbr01.example.test
        edit-public-address planned changed
          address=198.51.100.22
          new=192.0.2.9
        edit-self-service-config planned changed
          account=EXAMPLE\dba
          highPriority=false
          quotaGb=700
        edit-subtenant planned changed
          description=Late
          quotaMb=2048
          subtenant=warehouse
          tenant=Harbour Logistics
        edit-tenant planned changed
          description=Freight & more
          keepsDeletedDays=30
          maxTasks=7
          tenant=Harbour Logistics
          throttled=false
        edit-tenant-quota planned changed
          quota=Cloud Repository
          quotaMb=600000
          tenant=Alder & Finch
        edit-vlans planned changed
          vlans=vSwitch0
          withInternetTo=507
          withoutInternetFrom=508
        enable-agent-job unchanged unchanged
          job=Linux Hosts Backup
        enable-cdp-policy planned changed
          policy=CDP Lab
        enable-default-org-config unchanged unchanged
        enable-job planned changed
          job=Lab (disabled)
        enable-nas-job unchanged unchanged
          job=Project Files Backup
        enable-restore-scopes unchanged unchanged
          account=EXAMPLE\dba
        enable-tenant planned changed
          tenant=Meadow Dental
        failover-replica planned changed
          vm=dc01
        failover-vapp-replica planned changed
          vapp=shop
        find-object read read
          name=Backup daily
        last-session-of-job read read
          job=Nightly
        link-job unchanged unchanged
          job=Offsite Copy
          source=Nightly
        link-repository planned changed
          job=Offsite Copy
          repository=Backup Vol 01
        list-accounts read read
        list-agent-jobs read read
        list-backup-files read read
          backup=Nightly
        list-backup-servers read read
        list-backups read read
        list-cdp-policies read read
        list-cloud-failover-plans read read
        list-cloud-failover-sessions read read
        list-credentials read read
          server=vbr01.example.test
        list-discovered-computers read read
        list-external-repositories read read
        list-failover-plans read read
        list-file-servers read read
        list-gateway-pools read read
        list-gateways read read
        list-hardware-plans read read
        list-hierarchy-roots read read
        list-job-objects read read
          job=Nightly
        list-job-sessions read read
          job=SQL Servers
        list-jobs read read
        list-jobs-full read read
        list-linked-jobs read read
          job=Offsite Copy
        list-linked-repositories read read
          job=Offsite Copy
        list-managed-servers read read
        list-nas-jobs read read
        list-objects read read
          type=Vm
        list-org-configs read read
        list-password-keys read read
          server=vbr01.example.test
        list-protection-groups read read
        list-public-addresses read read
        list-replica-points read read
          vm=dc01
        list-replicas read read
        list-repositories read read
        list-repositories-full read read
        list-restore-points read read
          backup=Nightly
        list-restore-sessions read read
        list-roles read read
        list-self-service-configs read read
        list-sessions read read
        list-subtenants read read
          tenant=Harbour Logistics
        list-task-sessions read read
          session=SQL Servers@2026-01-15 23:00:53
        list-tasks read read
        list-tenant-quotas read read
          tenant=Harbour Logistics
        list-tenants read read
        list-vlans read read
        list-vm-restore-points read read
          vm=files01
        list-wan-accelerators read read
        mount-restore-point planned changed
          vm=sql01
        query read read
          sort=Capacity
          type=Repository
        quick-backup planned changed
          vm=files01
        rebuild-scopes planned changed
          which=all
        remove-backup-server planned changed
          server=vbr02.example.test
        remove-role planned changed
          account=EXAMPLE\dba
          role=Portal User
        remove-scope planned changed
          account=EXAMPLE\dba
          object=Databases
        remove-tenant-quota planned changed
          quota=Harbour Archive
          tenant=Harbour Logistics
        remove-vm-from-cdp-policy planned changed
          policy=CDP ERP
          vm=erp01
        remove-vm-from-job planned changed
          job=Nightly
          vm=web02
        report read read
          part=VmsOverview
        restore-file planned changed
          path=E:/Shares/HR/Contracts/Supplier #7 (50%).docx
          vm=files01
        restore-guest-file planned changed
          overwrite=true
          path=E:/Shares/HR/Staff.xlsx
          vm=sql01
        restore-vapp planned changed
          director=vcd01.example.test
          name=shop & co
          vapp=shop
          vdc=urn:vCloud:OrgVdc:2dcfebc9-eb06-4d3b-a639-c1cfa8483621.urn:vcloud:vdc:1
        restore-vm planned changed
          vm=sql01
        retry-agent-job unchanged unchanged
          job=Linux Hosts Backup
        retry-job planned changed
          job=SQL Servers
        retry-nas-job unchanged unchanged
          job=Project Files Backup
        show-account read read
          account=EXAMPLE\dba
        show-agent-job read read
          job=Physical Servers Backup
        show-cdp-policy read read
          policy=CDP ERP
        show-cloud-failover-plan read read
          plan=Harbour Logistics Failover Plan
        show-failover-plan read read
          plan=DC Replication Plan
        show-gateway-pool read read
          pool=Premium Gateways
        show-hardware-plan read read
          plan=VMware Gold
        show-job read read
          job=Nightly
        show-nas-job read read
          job=Project Files Backup
        show-org-config read read
          organization=Sales
        show-repository read read
          repository=Scale-out 1
        show-restore-session read read
          session=web02@2026-01-14 08:00:00
        show-self-service-config failed failed
          account=EXAMPLE\Testers
        show-session read read
          session=SQL Servers@2026-01-15 23:00:53
        show-task failed failed
          task=task-2
        show-tenant read read
          tenant=quayside
        start-agent-job planned changed
          job=Linux Hosts Backup
        start-cloud-failover-plan planned changed
          at=2026-01-16T05:00:00Z
          plan=Harbour Logistics Failover Plan
        start-failover-plan planned changed
          plan=DC Replication Plan
        start-job planned changed
          job=Nightly
        start-nas-job planned changed
          job=Project Files Backup
        stop-agent-job unchanged unchanged
          job=Linux Hosts Backup
        stop-job unchanged unchanged
          job=Nightly
        stop-nas-job unchanged unchanged
          job=Project Files Backup
        stop-session failed failed
          session=urn:veeam:BackupJobSession:34220854-82c6-4e6e-8c6d-daed661a61df
        summary read read
        sync-job planned changed
          job=Offsite Copy
        test-cloud-failover-plan planned changed
          plan=Harbour Logistics Failover Plan
        undo-cloud-failover-plan planned failed
          plan=Harbour Logistics Failover Plan
        undo-failover-plan planned failed
          plan=DC Replication Plan
        unlink-job planned changed
          job=Offsite Copy
          source=Nightly
        unlink-repository planned changed
          job=Offsite Copy
          repository=Default Backup Repository
        unmount-restore-point unchanged unchanged
          vm=sql01
        veeamzip planned changed
          repository=Backup Vol 01
          server=vbr01.example.test
          vm=test01
        wait-for-restore failed failed
          session=urn:veeam:RestoreSession:5367cd9b-3ae7-4dbe-9899-bfc02adcde6e
        """#
}
